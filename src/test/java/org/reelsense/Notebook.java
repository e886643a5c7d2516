package org.reelsense;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A Jupyter notebook (nbformat 4.5) as text, and what is wrong with it as one to be committed. */
record Notebook(String text) {

    private static final String KERNEL = "rapaio-jupyter-kernel";
    private static final int MOST_CHARACTERS = 300_000;
    private static final int LONGEST_CODE_LINE = 120;
    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern ENDS_A_STATEMENT = Pattern.compile("[;}](\\s*//.*)?");
    private static final Pattern ABSOLUTE_PATH =
            Pattern.compile("(?<![\\w./])/(home|root|tmp|Users|usr|opt|var|mnt|srv|work)/|\\b[A-Z]:\\\\|file:/");
    private static final Pattern MACHINE = Pattern.compile("localhost|127\\.0\\.0\\.1|\\u001b");
    private static final Pattern IMDB = Pattern.compile("imdb\\.com|aclImdb|title/tt\\d");
    private static final Pattern OTHER_REVIEWS =
            Pattern.compile("DatasetSource\\s*\\.\\s*(?!folder\\(\"sample\",)\\w+");
    private static final Pattern REVIEW = Pattern.compile("\\b(?:train|test)/(?:pos|neg|unsup)/\\d+_\\d+");
    private static final Path SAMPLE = Path.of("datasets/sample");

    static Notebook read(Path file) throws IOException {
        return new Notebook(Files.readString(file));
    }

    /** One line a fault; none for a notebook that may be committed. */
    List<String> faults() throws IOException {
        JsonNode content = new ObjectMapper().readTree(text);
        List<String> faults = new ArrayList<>();
        check(
                content.path("nbformat").asInt() == 4
                        && content.path("nbformat_minor").asInt() >= 5,
                "format",
                faults);
        check(content.at("/metadata/kernelspec/name").asText().equals(KERNEL), "kernel", faults);
        check(text.length() <= MOST_CHARACTERS, "size", faults);
        Set<String> ids = new HashSet<>();
        int executed = 0;
        for (JsonNode cell : content.path("cells")) {
            String id = cell.path("id").asText();
            check(ID.matcher(id).matches() && ids.add(id), "id " + id, faults);
            if (cell.path("cell_type").asText().equals("code")) {
                executed++;
                checkCode(cell, id, executed, faults);
            }
        }
        check(executed > 0, "no code", faults);
        return faults;
    }

    private static void check(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static void checkCode(JsonNode cell, String id, int place, List<String> faults) {
        String source = joined(cell.path("source"));
        JsonNode outputs = cell.path("outputs");
        check(cell.path("execution_count").asInt() == place, id + ": not executed from top to bottom", faults);
        check(cell.path("metadata").isEmpty(), id + ": metadata", faults);
        check(source.lines().allMatch(line -> line.length() <= LONGEST_CODE_LINE), id + ": long line", faults);
        check(!OTHER_REVIEWS.matcher(source).find(), id + ": reads other reviews than the sample's", faults);
        check(!outputs.isEmpty() || !showsSomething(source), id + ": output is missing", faults);
        for (JsonNode output : outputs) {
            boolean failed = output.path("output_type").asText().equals("error")
                    || output.path("name").asText().equals("stderr");
            check(!failed, id + ": error", faults);
            checkShown(shown(output), id, faults);
        }
    }

    /** A cell shows its last line if that is an expression, or a call of the kernel's own. */
    private static boolean showsSomething(String source) {
        String last = source.strip().lines().reduce("", (before, line) -> line);
        return !ENDS_A_STATEMENT.matcher(last).find();
    }

    private static void checkShown(String shown, String id, List<String> faults) {
        check(!ABSOLUTE_PATH.matcher(shown).find(), id + ": absolute path", faults);
        check(!MACHINE.matcher(shown).find(), id + ": machine or terminal", faults);
        check(!IMDB.matcher(shown).find(), id + ": IMDB", faults);
        List<String> strangers = REVIEW.matcher(shown)
                .results()
                .map(match -> match.group())
                .filter(review -> !Files.exists(SAMPLE.resolve(review + ".txt")))
                .toList();
        check(strangers.isEmpty(), id + ": reviews that are not the sample's " + strangers, faults);
    }

    /** All that a reader sees of an output. */
    private static String shown(JsonNode output) {
        return Stream.concat(Stream.of(output.path("text")), children(output.path("data")))
                .map(Notebook::joined)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    /** nbformat writes a text as a list of its lines, or as one. */
    private static String joined(JsonNode lines) {
        return lines.isTextual()
                ? lines.asText()
                : children(lines).map(JsonNode::asText).collect(Collectors.joining());
    }
}

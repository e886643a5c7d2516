package org.reelsense;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README, or a section of it, cut into what its tests run. */
record ReadmePage(List<String> lines) {

    private static final String FENCE = "```";
    private static final Pattern CODE_IN_PROSE = Pattern.compile("`([^`]+)`");

    static ReadmePage read() throws IOException {
        return new ReadmePage(Files.readAllLines(Path.of("README.md")));
    }

    /** What stands below that heading, up to the next. */
    ReadmePage section(String heading) {
        List<String> section = lines.stream()
                .dropWhile(line -> !line.equals("## " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
        if (section.isEmpty()) {
            throw new IllegalArgumentException("README has no section " + heading);
        }
        return new ReadmePage(section);
    }

    /** The lines of all blocks of that language. */
    List<String> block(String language) {
        return fenced(FENCE + language);
    }

    /** Each {@code `code`} in the text between the blocks. */
    List<String> codeInProse() {
        return CODE_IN_PROSE
                .matcher(String.join(" ", fenced("")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** All lines of the shell blocks. */
    List<ShellLine> shellLines() {
        return block("sh").stream().map(ShellLine::parse).toList();
    }

    /** Every call of the program, in blocks and in prose. */
    List<ShellLine> commands() {
        return Stream.concat(
                        shellLines().stream(),
                        codeInProse().stream()
                                .filter(code -> code.startsWith(ShellLine.LAUNCHER + " "))
                                .map(ShellLine::parse))
                .filter(line -> line.runs(ShellLine.LAUNCHER))
                .toList();
    }

    /** The command that is written exactly so, but for its quotes. */
    ShellLine command(String arguments) {
        return commands().stream()
                .filter(line -> String.join(" ", line.arguments()).equals(arguments))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("README has no line: reelsense " + arguments));
    }

    /** The lines in blocks that open so; those outside of blocks for an empty opening. */
    private List<String> fenced(String opening) {
        List<String> found = new ArrayList<>();
        String current = "";
        for (String line : lines) {
            boolean fence = line.startsWith(FENCE);
            if (!fence && current.equals(opening)) {
                found.add(line);
            }
            if (fence) {
                current = current.isEmpty() ? line : "";
            }
        }
        return found;
    }
}

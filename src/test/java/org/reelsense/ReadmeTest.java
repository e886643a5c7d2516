package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.cli.CommandRun;
import org.reelsense.experiment.ModelKind;
import org.reelsense.experiment.Preset;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Whoever copies a line from README gets what README says. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final String LAUNCHER = "./reelsense ";
    private static final Pattern COMMAND_IN_PROSE = Pattern.compile("`(\\./reelsense [^`]+)`");
    private static final Pattern OPTION_IN_PROSE = Pattern.compile("`(--[a-z-]+)[^`]*`");
    private static final Pattern ECHO = Pattern.compile("echo '([^']+)' [|] \\./reelsense ([^#]+) # (.+)");

    /** The name of the model in README's examples. */
    private static final String MODEL = "my.safetensors";

    @TempDir
    private Path folder;

    @Test
    void shellLines_all_startReelsenseOrMaven() throws IOException {
        assertThat(fenced("sh"))
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.contains(LAUNCHER) || line.startsWith("mvn "));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void commandLine_each_isUnderstood(String line) {
        ParseResult parsed = CommandRun.commandLine().parseArgs(arguments(line)).subcommand();

        assertThat(parsed).isNotNull();
        assertThat(parsed.<List<String>>matchedOptionValue("--models", List.of()))
                .allSatisfy(ModelKind::named);
        assertThat(parsed.matchedOptionValue("--model", "bilstm")).satisfies(ModelKind::named);
        assertThat(parsed.matchedOptionValue("--preset", "default")).satisfies(Preset::ofId);
    }

    @Test
    void commands_ofTheProgram_areThoseOfReadme() throws IOException {
        Set<String> shown =
                commandLines().stream().map(line -> arguments(line)[0]).collect(Collectors.toSet());

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        CommandRun.commandLine().getSubcommands().keySet());
        assertThat(shown)
                .allMatch(command -> CommandRun.of(command, "--help").out().startsWith("Usage: reelsense " + command));
    }

    @Test
    void options_inProse_exist() throws IOException {
        List<CommandLine> commands = new ArrayList<>(List.of(CommandRun.commandLine()));
        for (int i = 0; i < commands.size(); i++) {
            commands.addAll(commands.get(i).getSubcommands().values());
        }
        Set<String> known = commands.stream()
                .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(found(OPTION_IN_PROSE)).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void echoLine_executed_printsItsComment() throws IOException {
        List<Matcher> lines = fenced("sh").stream()
                .map(ECHO::matcher)
                .filter(Matcher::matches)
                .toList();
        assertThat(lines).isNotEmpty();

        for (Matcher line : lines) {
            CommandRun run = CommandRun.withInput(
                    (line.group(1) + "\n").getBytes(StandardCharsets.UTF_8),
                    line.group(2).strip().split(" +"));

            assertThat(run).isEqualTo(new CommandRun(0, line.group(3) + "\n", ""));
        }
    }

    /** The block is compiled and run as a program of its own, beside a model trained and read as the shell lines say. */
    @Test
    void javaBlock_besideAModelOfTheTrainLine_printsItsPrediction() throws IOException, InterruptedException {
        CommandRun trained = execute(
                "train", "--dataset", "sample", "--preset", "quick", "--limit", "60", "--data", folder + "/data");
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(execute("info").code()).isZero();

        assertThat(runJava(fenced("java"))).isEqualTo(prediction() + System.lineSeparator());
    }

    /** README's line with that command, its model in the test's folder, and more options. */
    private CommandRun execute(String command, String... more) throws IOException {
        String line = commandLines().stream()
                .filter(candidate -> arguments(candidate)[0].equals(command) && candidate.contains(MODEL))
                .findFirst()
                .orElseThrow();
        Stream<String> placed = Arrays.stream(arguments(line))
                .map(argument -> argument.equals(MODEL) ? folder.resolve(MODEL).toString() : argument);
        return CommandRun.of(Stream.concat(placed, Arrays.stream(more)).toArray(String[]::new));
    }

    private String prediction() throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(folder.resolve(MODEL))) {
            Prediction prediction = classifier.classify("Not bad at all!");
            return prediction.sentiment() + " " + prediction.probability();
        }
    }

    private String runJava(List<String> block) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Example.java"), """
                import java.nio.file.Path;
                import org.reelsense.*;

                class Example {
                    public static void main(String[] args) throws Exception {
                        %s
                    }
                }
                """.formatted(String.join("\n", block)));
        File err = folder.resolve("err.txt").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.getFileName().toString())
                .directory(folder.toFile())
                .redirectError(err)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(err.toPath())).isZero();
        return out;
    }

    static List<String> commandLines() throws IOException {
        Stream<String> blocks = fenced("sh").stream().filter(line -> line.contains(LAUNCHER));
        return Stream.concat(blocks, found(COMMAND_IN_PROSE).stream()).toList();
    }

    private static String[] arguments(String line) {
        String command = line.substring(line.indexOf(LAUNCHER) + LAUNCHER.length());
        return command.replaceFirst(" +#.*", "").split("\\s+");
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(README))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The lines of all blocks of that language. */
    private static List<String> fenced(String language) throws IOException {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(README)) {
            boolean fence = line.startsWith("```");
            inside = fence ? line.equals("```" + language) : inside;
            if (inside && !fence) {
                found.add(line);
            }
        }
        return found;
    }
}

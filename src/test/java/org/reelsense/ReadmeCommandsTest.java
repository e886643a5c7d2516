package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.cli.CommandRun;
import org.reelsense.experiment.ModelKind;
import org.reelsense.experiment.Preset;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Every command and option that README names is there and understood. */
class ReadmeCommandsTest {

    static List<ShellLine> commands() throws IOException {
        return ReadmePage.read().commands();
    }

    @Test
    void shellLines_all_startReelsenseMavenOrAScriptOfOurs() throws IOException {
        assertThat(ReadmePage.read().shellLines())
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.runs(ShellLine.LAUNCHER)
                        || line.runs("mvn")
                        || Path.of(line.arguments("python3").get(0)).toFile().isFile());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command_each_isUnderstood(ShellLine line) {
        ParseResult parsed = CommandRun.commandLine()
                .parseArgs(line.arguments().toArray(String[]::new))
                .subcommand();
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }

        assertThat(parsed.commandSpec().subcommands())
                .as("what could have been meant")
                .isEmpty();
        assertThat(given(parsed, "--models")).allSatisfy(ModelKind::named);
        assertThat(given(parsed, "--preset")).allSatisfy(Preset::ofId);
        if (parsed.commandSpec().qualifiedName().equals("reelsense train")) {
            assertThat(given(parsed, "--model")).hasSize(1).allSatisfy(ModelKind::named);
        } else {
            assertThat(given(parsed, "--model")).allMatch(model -> model.endsWith(".safetensors"));
        }
    }

    private static List<String> given(ParseResult parsed, String option) {
        return parsed.hasMatchedOption(option) ? parsed.matchedOption(option).stringValues() : List.of();
    }

    @Test
    void commands_ofTheProgram_areThoseOfReadme() throws IOException {
        Set<String> shown =
                commands().stream().map(line -> line.arguments().get(0)).collect(Collectors.toSet());

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

        List<String> named = ReadmePage.read().codeInProse().stream()
                .flatMap(code -> Arrays.stream(code.split("[\\s=]+")))
                .filter(word -> word.startsWith("--"))
                .toList();

        assertThat(named).hasSizeGreaterThan(5).isSubsetOf(known);
    }

    @Test
    void echoLines_executed_printTheirComments() throws IOException {
        List<ShellLine> echoes =
                commands().stream().filter(line -> line.runs("echo")).toList();
        assertThat(echoes).isNotEmpty();

        for (ShellLine line : echoes) {
            String input = String.join(" ", line.arguments("echo")) + "\n";
            CommandRun run = CommandRun.withInput(
                    input.getBytes(StandardCharsets.UTF_8), line.arguments().toArray(String[]::new));

            assertThat(run).isEqualTo(new CommandRun(0, line.comment() + "\n", ""));
        }
    }
}

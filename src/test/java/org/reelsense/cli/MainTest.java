package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MainTest {

    @Test
    void run_noCommand_usageOnStandardError() {
        CommandRun run = CommandRun.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: reelsense").contains("tokenize", "dataset", "info");
    }

    @Test
    void run_groupWithoutCommand_itsUsageOnStandardError() {
        CommandRun run = CommandRun.of("dataset");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: reelsense dataset").contains("download", "verify", "stats");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nosuch                              | There is no command 'nosuch'; see `reelsense --help`
            datset                              | There is no command 'datset'; perhaps dataset or evaluate; see `reelsense --help`
            dataset nosuch                      | There is no command 'nosuch'
            --nosuch                            | Unknown option: '--nosuch'; see `reelsense --help`
            tokenize --modle x                  | Unknown option: '--modle'; perhaps --model; see `reelsense tokenize --help`
            tokenize a b                        | Superfluous argument: 'b'; see `reelsense tokenize --help`
            tokenize --model                    | Missing required parameter for option '--model' (MODEL)
            info                                | Missing required parameter: 'MODEL'; see `reelsense info --help`
            dataset stats --archive ftp://x     | archive is ftp://x: give a file or an address
            dataset stats --dataset x --archive y | --archive is y and --dataset is x: an archive holds the IMDB reviews
            dataset download --dataset x        | --dataset is x, which is a folder and needs no download: leave it out
            """)
    void run_wrongUsage_oneLineAndTwo(String args, String message) {
        CommandRun run = CommandRun.of(args.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("reelsense: " + message).hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_everyCommand_namesItsOptionsAndExitCodes(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();

        CommandRun run = CommandRun.of(
                (name.substring("reelsense".length()) + " --help").strip().split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: " + name)
                .contains("--help", "--version")
                .contains(command.getCommandSpec().optionsMap().keySet())
                .contains("Exit codes:", "all well", "could not be scored", "wrong usage", "unreachable", "130");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(command.getCommandSpec().options()).allMatch(option -> option.description().length > 0);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void version_everyCommand_givesTheRelease(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();

        CommandRun run = CommandRun.of(
                (name.substring("reelsense".length()) + " --version").strip().split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("reelsense dev\nJava ");
    }

    static Stream<CommandLine> commands() {
        List<CommandLine> found = new ArrayList<>(List.of(CommandRun.commandLine()));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(found.get(i).getSubcommands().values());
        }
        return found.stream();
    }
}

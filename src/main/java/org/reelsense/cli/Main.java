package org.reelsense.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Starts the command line. */
@Command(
        name = "reelsense",
        description =
                "Trains, compares and uses bidirectional LSTM and GRU sentiment classifiers; forecasts series with the same cells.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        parameterListHeading = "%nArguments:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:all well",
            "  1:some inputs could not be scored, or training failed",
            "  2:wrong usage",
            "  3:data or model missing, damaged or unreachable",
            "130:interrupted"
        })
public final class Main implements Callable<Integer> {

    /** In the order of the help text. */
    private static final List<String> COMMANDS = List.of(
            "experiment", "report", "train", "evaluate", "score", "embed", "forecast", "dataset", "tokenize", "info");

    private final Streams io;

    @Spec
    private CommandSpec spec;

    private Main(Streams io) {
        this.io = io;
        this.spec = CommandSpec.create(); // picocli puts the real one in
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Streams io = Streams.ofProcess();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> new Failures(io.err()).report(failure));
        System.exit(run(args, io));
    }

    /** Runs one command, for tests too; returns its exit code and throws nothing. */
    static int run(String[] args, Streams io) {
        Failures failures = new Failures(io.err());
        try {
            int code = commandLine(io, failures, args).execute(args);
            io.out().flush();
            return code;
        } catch (Throwable failure) {
            return failures.report(failure);
        }
    }

    /** All commands, or, when the first argument names one, that one alone: picocli takes its time to look at each. */
    static CommandLine commandLine(Streams io, Failures failures, String... args) {
        CommandLine line = new CommandLine(new Main(io));
        List<String> asked = args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS;
        asked.forEach(name -> line.addSubcommand(command(name, io)));
        // A review or a path may begin with @.
        return line.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(io.outWriter())
                .setErr(io.errWriter())
                .setParameterExceptionHandler((wrong, given) -> failures.report(wrong))
                .setExecutionExceptionHandler((failure, at, parsed) -> failures.report(failure));
    }

    private static Object command(String name, Streams io) {
        return switch (name) {
            case "experiment" -> new ExperimentCommand(io);
            case "report" -> new ReportCommand(io);
            case "train" -> new TrainCommand(io);
            case "evaluate" -> new EvaluateCommand(io);
            case "embed" -> EmbedCommand.commandLine(io);
            case "dataset" -> new DatasetCommand(io);
            case "score" -> new ScoreCommand(io);
            case "tokenize" -> new TokenizeCommand(io);
            case "forecast" -> new ForecastCommand(io);
            case "info" -> new InfoCommand(io);
            default -> throw new IllegalArgumentException("command: received " + name + ", allowed " + COMMANDS);
        };
    }

    /** No command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(io.err());
        return ExitCode.USAGE;
    }
}

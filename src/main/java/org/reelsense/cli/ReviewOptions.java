package org.reelsense.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.reelsense.progress.Progress;
import org.reelsense.scoring.GivenTexts;
import org.reelsense.scoring.InputChoice;
import org.reelsense.scoring.InputFormat;
import org.reelsense.scoring.Inputs;
import org.reelsense.scoring.OutputFormat;
import org.reelsense.scoring.ScoringRun;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which reviews to score: those of files, folders and standard input, or those given on the command line itself. */
final class ReviewOptions {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files, folders (their .txt, .csv, .tsv and .jsonl files, also with .gz) or - for standard"
                    + " input (the default).")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--text", paramLabel = "TEXT", description = "A review to score; may be repeated.")
    private List<String> texts = new ArrayList<>();

    @Option(names = "--lines", description = "Each line of a text file is a review.")
    private boolean lines;

    @Option(
            names = "--input-format",
            paramLabel = "text|lines|csv|tsv|jsonl",
            defaultValue = Option.NULL_VALUE,
            description = "What the inputs are (default: by the ends of their names; standard input is lines).")
    private Optional<InputFormat> inputFormat = Optional.empty();

    @Option(
            names = "--column",
            paramLabel = "NAME",
            defaultValue = Option.NULL_VALUE,
            description = "Where the text is in CSV, TSV and JSON Lines (default: text).")
    private Optional<String> column = Optional.empty();

    /** Whether the reviews stand on the command line itself. */
    boolean areGiven() {
        return !texts.isEmpty();
    }

    /**
     * The reviews.
     *
     * @param output what their results are to fit
     * @param progress is told how much of long inputs was read
     * @throws IllegalArgumentException if the options contradict each other
     */
    ScoringRun.Source source(OutputFormat output, InputStream standardInput, Progress progress) {
        requireSense();
        if (areGiven()) {
            return new GivenTexts("--text", texts);
        }
        Inputs all = new Inputs(inputs(), choice(), standardInput);
        ByteProgress bytes = new ByteProgress(progress, "scoring", all::totalBytes);
        return sink -> all.forEach(output, sink, bytes);
    }

    /** The output that fits the first input best. */
    OutputFormat likeFirst() {
        return areGiven() || isFolder(inputs().get(0))
                ? OutputFormat.TSV
                : OutputFormat.like(formatOf(inputs().get(0)));
    }

    private static boolean isFolder(String input) {
        return !input.equals(Inputs.STANDARD_INPUT) && Files.isDirectory(Path.of(input));
    }

    private InputFormat formatOf(String input) {
        return input.equals(Inputs.STANDARD_INPUT) ? choice().ofStandardInput() : choice().of(Path.of(input));
    }

    private void requireSense() {
        if (areGiven() && !paths.isEmpty()) {
            throw new IllegalArgumentException("--text is given with " + paths.get(0) + ": give one of the two");
        }
        if (areGiven() && (lines || inputFormat.isPresent() || column.isPresent())) {
            throw new IllegalArgumentException(
                    "--text is given with --lines, --input-format or --column: those are for files, so leave them out");
        }
        if (column.isPresent() && inputFormat.isEmpty() && inputs().contains(Inputs.STANDARD_INPUT)) {
            throw new IllegalArgumentException("--column is given, but standard input is read as lines: say what it is"
                    + " with --input-format csv, tsv or jsonl");
        }
        if (column.isPresent() && !mayBe(InputFormat::hasColumns)) {
            throw new IllegalArgumentException(
                    "--column is given, but no input has columns: name a .csv, .tsv or .jsonl file, or leave it out");
        }
        if (lines && !mayBe(format -> format == InputFormat.LINES)) {
            throw new IllegalArgumentException(
                    "--lines is given, but no input is text: a record of .csv, .tsv and .jsonl is a review already, so"
                            + " leave it out");
        }
    }

    /** Whether one of the inputs is such, or a folder, which may hold one. */
    private boolean mayBe(Predicate<InputFormat> wanted) {
        return inputs().stream()
                .anyMatch(input -> inputFormat.isEmpty() && isFolder(input) || wanted.test(formatOf(input)));
    }

    private List<String> inputs() {
        return paths.isEmpty() && texts.isEmpty() ? List.of(Inputs.STANDARD_INPUT) : paths;
    }

    private InputChoice choice() {
        return new InputChoice(inputFormat, lines, column.orElse("text"));
    }
}

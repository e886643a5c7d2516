package org.reelsense.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        String first = areGiven() ? "" : inputs().get(0);
        if (first.equals(Inputs.STANDARD_INPUT)) {
            return OutputFormat.like(choice().ofStandardInput());
        }
        return areGiven() || Files.isDirectory(Path.of(first))
                ? OutputFormat.TSV
                : OutputFormat.like(choice().of(Path.of(first)));
    }

    private void requireSense() {
        if (areGiven() && !paths.isEmpty()) {
            throw new IllegalArgumentException("--text is given with " + paths.get(0) + ": give one of the two");
        }
        if (column.isPresent() && inputFormat.isEmpty() && inputs().contains(Inputs.STANDARD_INPUT)) {
            throw new IllegalArgumentException("--column is given, but standard input is read as lines: say what it is"
                    + " with --input-format csv, tsv or jsonl");
        }
    }

    private List<String> inputs() {
        return paths.isEmpty() && texts.isEmpty() ? List.of(Inputs.STANDARD_INPUT) : paths;
    }

    private InputChoice choice() {
        return new InputChoice(inputFormat, lines, column.orElse("text"));
    }
}

package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.reelsense.Precision;
import org.reelsense.SentimentClassifier;
import org.reelsense.progress.Progress;
import org.reelsense.scoring.HeadTail;
import org.reelsense.scoring.Labels;
import org.reelsense.scoring.OutputFormat;
import org.reelsense.scoring.ResultWriter;
import org.reelsense.scoring.Scorer;
import org.reelsense.scoring.ScoringRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelsense score}: says of each review whether it is positive. */
@Command(
        name = "score",
        description = "Scores reviews: positive or negative, and the probability of positive. A .txt file is a review;"
                + " in .csv, .tsv and .jsonl files a record is one; from standard input, or with --lines, each line is"
                + " one. Long reviews are scored whole: texts and lines of up to 64 MiB, rows of tables of up"
                + " to 10,000,000 bytes, strings in JSON of up to 20,000,000 characters. What cannot be scored is a line on standard error; the rest is"
                + " scored, and the exit code is 1.")
final class ScoreCommand implements Callable<Integer> {

    private static final double NANOS = 1e9;

    private final Streams io;

    @Mixin
    private ReviewOptions reviews = new ReviewOptions();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = Option.NULL_VALUE,
            description = "A .safetensors file (default: the model in the box).")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "tsv|csv|jsonl",
            defaultValue = Option.NULL_VALUE,
            description = "How to print results (default: as the first input; tsv for texts, lines and folders).")
    private Optional<OutputFormat> format = Optional.empty();

    @Option(
            names = "--explain",
            description = "Also say which words speak for and against positive; on a terminal, in colour.")
    private boolean explain;

    @Option(
            names = "--undecided",
            paramLabel = "CONFIDENCE",
            defaultValue = "0.5",
            description = "Say undecided where the likelier label has a smaller probability than this, 0.5 to 1.")
    private double undecided;

    @Option(
            names = "--head-tail",
            paramLabel = "N",
            defaultValue = Option.NULL_VALUE,
            description = "Of longer reviews, score only the first and last N/2 tokens (default: the whole).")
    private Optional<Integer> headTail = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "float|bfloat16|8bit",
            defaultValue = "float",
            description =
                    "Compute with numbers of 32, 16 or 8 bits: fewer are faster, move a probability by up to 0.02,"
                            + " and need a processor made for them; 8bit is for LSTM models.")
    private String precision = "";

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    ScoreCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Labels labels = new Labels(undecided);
        Optional<HeadTail> shortening = headTail.map(HeadTail::new);
        Progress progress = io.progress();
        OutputFormat output = format.orElseGet(reviews::likeFirst);
        ScoringRun.Source source = source(output, progress);
        requireSense();
        long begun = System.nanoTime();
        try (SentimentClassifier classifier = load();
                WholeLines results = new WholeLines(io.out(), () -> interrupted(progress))) {
            ScoringRun.Summary summary = new ScoringRun(
                            scorer(classifier, shortening),
                            explain,
                            writer(output, labels),
                            results::write,
                            failure -> progress.say("reelsense: " + failure.message()))
                    .run(source);
            progress.end();
            say(summary, (System.nanoTime() - begun) / NANOS, shortening, progress);
            return exitCode(summary);
        } finally {
            progress.end();
        }
    }

    private void requireSense() {
        if (explain && headTail.isPresent()) {
            throw new IllegalArgumentException("--explain is given with --head-tail: a shortened text has no places to"
                    + " point at, so give one of the two");
        }
    }

    private ScoringRun.Source source(OutputFormat output, Progress progress) {
        // On a terminal that shows the results, these are the progress.
        return reviews.source(output, io.in(), io.terminals().out() ? Progress.SILENT : progress);
    }

    private SentimentClassifier load() throws IOException {
        Precision numbers = Precision.ofId(precision);
        return model.isPresent()
                ? SentimentClassifier.load(model.get(), threads.count(), numbers)
                : SentimentClassifier.load(threads.count(), numbers);
    }

    private Scorer scorer(SentimentClassifier classifier, Optional<HeadTail> shortening) {
        if (explain) {
            return classifier::explain;
        }
        return shortening.isEmpty()
                ? classifier::classify
                : all -> classifier.classify(
                        all.stream().map(shortening.get()::of).toList());
    }

    private ResultWriter writer(OutputFormat output, Labels labels) {
        return explain && format.isEmpty() && io.terminals().styled()
                ? new HighlightWriter(labels)
                : ResultWriter.of(output, labels, explain);
    }

    private static void interrupted(Progress progress) {
        progress.end();
        progress.say("reelsense: interrupted; every line that was printed is whole");
    }

    /** Nothing about a single review that went well: its result says it all. */
    private void say(ScoringRun.Summary summary, double seconds, Optional<HeadTail> shortening, Progress progress) {
        if (!reviews.areGiven() && summary.scored() + summary.failed() > 1) {
            progress.say(String.format(
                    Locale.ROOT,
                    "%,d scored in %s (%,.0f a second), %,d failed",
                    summary.scored(),
                    Tally.time(seconds),
                    summary.scored() / seconds,
                    summary.failed()));
        }
        shortening.ifPresent(cut -> progress.say(String.format(
                Locale.ROOT, "%,d had more than %,d tokens and were shortened", cut.shortened(), headTail.get())));
    }

    private static int exitCode(ScoringRun.Summary summary) {
        if (summary.failed() == 0) {
            return ExitCode.OK;
        }
        return summary.scored() == 0 && summary.misused() ? ExitCode.USAGE : ExitCode.FAILED;
    }
}

package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.experiment.ModelEvaluation;
import org.reelsense.model.SentimentModel;
import org.reelsense.storage.DataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelsense evaluate}: every score of a model on labelled reviews, and what made them. */
@Command(
        name = "evaluate",
        description = "Scores a model on a part of the dataset, or on a labelled file, and prints every score with its"
                + " origin.")
final class EvaluateCommand implements Callable<Integer> {

    /** More lines would bury the scores. */
    private static final int MOST_FAILURES = 20;

    private final Streams io;

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            defaultValue = Option.NULL_VALUE,
            description = "A .safetensors file written by reelsense (default: the model in the box).")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--split",
            paramLabel = "test|dev|train",
            defaultValue = Option.NULL_VALUE,
            description = "The part of the dataset (default: test).")
    private Optional<Split> split = Optional.empty();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = Option.NULL_VALUE,
            description = "A .csv, .tsv or .jsonl file with labels, instead of the dataset.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--column",
            paramLabel = "NAME",
            defaultValue = Option.NULL_VALUE,
            description = "The file's column of texts (default: text).")
    private Optional<String> column = Optional.empty();

    @Option(
            names = "--label-column",
            paramLabel = "NAME",
            defaultValue = Option.NULL_VALUE,
            description = "The file's column of labels: positive, pos or 1; negative, neg or 0 (default: label).")
    private Optional<String> labelColumn = Optional.empty();

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    /** A labelled part of a dataset. */
    private enum Split {
        TEST,
        DEV,
        TRAIN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<Review> of(Corpus corpus) {
            return switch (this) {
                case TEST -> corpus.test();
                case DEV -> corpus.dev();
                case TRAIN -> corpus.train();
            };
        }
    }

    EvaluateCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireSense();
        int workers = threads.count();
        String name = model.map(Path::toString).orElse(SentimentModel.BUILT_IN);
        SentimentModel read = model.isPresent() ? SentimentModel.read(model.get()) : SentimentModel.builtIn();
        read.requireTokenizer(name);
        LabelledReviews reviews = file.isPresent()
                ? LabelledFile.read(file.get(), column.orElse("text"), labelColumn.orElse("label"))
                : ofDataset(split.orElse(Split.TEST), read);
        ModelEvaluation evaluation =
                ModelEvaluation.of(read, reviews.texts(), reviews.positive(), workers, io.progress());
        EvaluationReport report = EvaluationReport.of(name, read, reviews, evaluation);
        io.out().print(json ? Json.document(report) : report.text());
        return complain(reviews.failures());
    }

    private void requireSense() {
        if (file.isPresent() && split.isPresent()) {
            throw new IllegalArgumentException("--file is " + file.get() + " and --split is "
                    + split.get().id() + ": a file has no parts, so give one of the two");
        }
        if (file.isPresent() && data.isNamed()) {
            throw new IllegalArgumentException("--file is " + file.get()
                    + " and a dataset is named too: a model is scored on one of them, so give one of the two");
        }
        if (file.isEmpty() && (column.isPresent() || labelColumn.isPresent())) {
            throw new IllegalArgumentException(
                    "--column and --label-column are for a file: name it with --file, or leave them out");
        }
    }

    private LabelledReviews ofDataset(Split part, SentimentModel read) throws DataException {
        Corpus corpus = data.open(io.progress());
        warn(part, corpus, read.provenance().dataSha256());
        List<Review> reviews = part.of(corpus);
        if (reviews.isEmpty()) {
            throw new DataException(
                    corpus.name() + " holds no " + part.id() + " reviews; choose another --split or --dataset");
        }
        boolean[] positive = new boolean[reviews.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = reviews.get(i).label() == Label.POSITIVE;
        }
        return new LabelledReviews(
                corpus.name() + ", " + part.id(),
                corpus.sha256(),
                reviews.stream().map(Review::text).toList(),
                positive,
                List.of());
    }

    /** What a reader of the scores should know of them. */
    private void warn(Split part, Corpus corpus, String trainedOn) {
        if (!corpus.sha256().equals(trainedOn)) {
            io.err()
                    .println("warning: the model was trained on other data (SHA-256 "
                            + Aligned.printable(trainedOn) + ") than these (" + corpus.sha256()
                            + "); should the two share reviews, the scores are too good");
        } else if (part == Split.DEV) {
            io.err()
                    .println("warning: the model and its temperature were chosen on dev, so its scores there are too"
                            + " good; report those on test");
        } else if (part == Split.TRAIN) {
            io.err()
                    .println("warning: the model was trained on these reviews, so its scores are too good; report those"
                            + " on test");
        }
    }

    private int complain(List<String> failures) {
        failures.stream()
                .limit(MOST_FAILURES)
                .forEach(failure -> io.err().println("reelsense: " + Aligned.printable(failure)));
        if (failures.size() > MOST_FAILURES) {
            io.err()
                    .printf(
                            Locale.ROOT,
                            "reelsense: and %,d more rows were left out%n",
                            failures.size() - MOST_FAILURES);
        }
        return failures.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}

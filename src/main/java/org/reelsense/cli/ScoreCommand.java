package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.reelsense.Prediction;
import org.reelsense.SentimentClassifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelsense score}: says of each review whether it is positive. */
@Command(name = "score", description = "Scores reviews: positive or negative, and the probability of positive.")
final class ScoreCommand implements Callable<Integer> {

    private final Streams io;

    @Option(names = "--text", paramLabel = "TEXT", description = "A review to score; may be repeated.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = Option.NULL_VALUE,
            description = "A .safetensors file (default: the model in the box).")
    private Optional<Path> model = Optional.empty();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    ScoreCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        try (SentimentClassifier classifier = load()) {
            for (int i = 0; i < texts.size(); i++) {
                Prediction prediction = classifier.classify(texts.get(i));
                String label = prediction.sentiment().name().toLowerCase(Locale.ROOT);
                io.out().printf(Locale.ROOT, "%d\t%s\t%.6f%n", i + 1, label, prediction.probability());
            }
        }
        return ExitCode.OK;
    }

    private SentimentClassifier load() throws IOException {
        return model.isPresent()
                ? SentimentClassifier.load(model.get(), threads.count())
                : SentimentClassifier.load(threads.count());
    }
}

package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.reelsense.dataset.Corpus;
import org.reelsense.model.Provenance;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;
import org.reelsense.progress.Progress;
import org.reelsense.text.Tokenizer;
import org.reelsense.training.Checkpoints;
import org.reelsense.training.DivergedException;
import org.reelsense.training.TrainedModel;
import org.reelsense.training.Trainer;

/** Trains one model, for the comparison or on its own. */
public final class ModelTraining {

    private ModelTraining() {}

    /**
     * What came of a training.
     *
     * @param diverged why it ended early, if it did; the model is then the best of the epochs before
     */
    public record Outcome(SentimentModel model, Optional<DivergedException> diverged) {}

    /**
     * Trains the one model and seed of {@code spec} and never looks at test.
     *
     * @param dataFolder for what can be prepared once: tokens, word vectors
     * @param checkpoint see {@link Checkpoints}: gone on from if it is there; for the caller to remove once the model is
     *     safe
     * @throws DivergedException if no epoch was finished before
     * @throws IllegalArgumentException if {@code spec} asks for more than one model or seed, or for a yardstick
     * @throws IOException if something cannot be read or written; the last checkpoint stays
     * @throws InterruptedException if the calling thread is interrupted; a checkpoint of that moment stays
     */
    public static Outcome run(ExperimentSpec spec, Corpus corpus, Path dataFolder, Path checkpoint, Progress progress)
            throws IOException, InterruptedException {
        if (spec.models().size() * spec.seeds().size() != 1
                || !(spec.models().get(0) instanceof ModelKind.Network network)) {
            throw new IllegalArgumentException("models: one network and one seed can be trained at a time");
        }
        long seed = spec.seeds().get(0);
        Preparation data = Preparation.of(corpus, spec.settings(), dataFolder, spec.threads(), progress);
        TrainedModel trained;
        Optional<DivergedException> diverged = Optional.empty();
        try {
            trained = train(network, seed, spec, data, checkpoint, progress);
        } catch (DivergedException e) {
            NetworkSpec shape =
                    spec.settings().network(network, data.vocabulary().size());
            trained = TrainedModel.of(shape, e.best().orElseThrow(() -> e));
            diverged = Optional.of(e);
        }
        FinishedModel finished = FinishedModel.of(trained, spec.precision(), data.dev(), spec.threads(), progress);
        return new Outcome(model(finished, seed, finished.devScores(), spec, data, now()), diverged);
    }

    static TrainedModel train(
            ModelKind.Network kind,
            long seed,
            ExperimentSpec spec,
            Preparation data,
            Path checkpoint,
            Progress progress)
            throws IOException, InterruptedException {
        NetworkSpec network = spec.settings().network(kind, data.vocabulary().size());
        return new Trainer(spec.settings().training().withSeed(seed), spec.threads(), progress)
                .train(
                        kind.id(),
                        Weights.initial(network, data.embedding(), seed),
                        data.train(),
                        data.dev(),
                        checkpoint,
                        data.key());
    }

    static SentimentModel model(
            FinishedModel finished,
            long seed,
            Map<String, Double> scores,
            ExperimentSpec spec,
            Preparation data,
            String started) {
        Corpus corpus = data.texts().corpus();
        RunRecord.Machine machine = Host.machine(spec.threads());
        Provenance provenance = new Provenance(
                corpus.name(),
                corpus.sha256(),
                seed,
                Host.commit(),
                started,
                Map.of("os", machine.os(), "cpu", machine.cpu(), "jdk", machine.jdk(), "engine", machine.engine()),
                spec.threads(),
                scores,
                origin(finished, spec, data));
        return new SentimentModel(
                Tokenizer.ID, data.vocabulary(), finished.weights(), finished.precision(), provenance);
    }

    private static Map<String, String> origin(FinishedModel finished, ExperimentSpec spec, Preparation data) {
        Map<String, String> origin = new TreeMap<>();
        origin.put("command", Provenance.line(spec.command()));
        origin.put("embeddings", finished.precision().id());
        RunRecord.GivenVectors given = data.given();
        if (given != null) {
            origin.put("vectors", Provenance.line(given.file()));
            origin.put("vectorsSha256", given.sha256());
        }
        return origin;
    }

    /** The time, to the second, ISO 8601. */
    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package org.reelsense.bench.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelsense.SentimentClassifier;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Prepared;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.model.Provenance;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.text.Tokenizer;

/** Ours, from raw text: {@link SentimentClassifier#classify(List)}, which {@code reelsense score} calls. */
public final class ReelsenseText implements Engine {

    /** Name of the setting's data folder, with the reviews as text. */
    static final String DATA = "data";

    private static final int PROBED = 100;

    private List<String> texts = List.of();
    private @Nullable ScoringTask task;
    private @Nullable SentimentClassifier classifier;

    @Override
    public Map<String, String> prepare(Setting setting) throws IOException {
        close();
        if (texts.isEmpty()) {
            texts = BareReviews.texts(Path.of(setting.text(DATA)));
        }
        ScoringTask next = ScoringTask.of(setting);
        Path file = Files.createTempFile("bench", ".safetensors");
        try {
            model(next).write(file);
            classifier = SentimentClassifier.load(file, ReelsenseIds.threads());
        } finally {
            Files.delete(file);
        }
        task = next;
        return Map.of("engine", ClassifierNetwork.engineVersion(), "threads", Integer.toString(ReelsenseIds.threads()));
    }

    private static SentimentModel model(ScoringTask task) throws IOException {
        Provenance nowhere = new Provenance("random", "none", 0, "unknown", "never", Map.of(), 1, Map.of());
        return new SentimentModel(Tokenizer.ID, SentimentModel.builtIn().vocabulary(), task.weights(), nowhere);
    }

    /** Logits out of probabilities. */
    @Override
    public float[] probe(String what) {
        List<String> sample = part(0);
        float[] logits = new float[Math.min(PROBED, sample.size())];
        for (int i = 0; i < logits.length; i++) {
            double probability = Prepared.of(classifier).classify(sample.get(i)).probability();
            logits[i] = (float) Math.log(probability / (1 - probability));
        }
        return logits;
    }

    @Override
    public Turn run(int first, int units) {
        long reviews = 0;
        long tokens = 0;
        long nanos = 0;
        for (int unit = first; unit < first + units; unit++) {
            List<String> part = part(unit);
            long start = System.nanoTime();
            Prepared.of(classifier).classify(part);
            nanos += System.nanoTime() - start;
            reviews += part.size();
            tokens += ScoringTask.tokens(Prepared.of(task).part(unit));
        }
        return new Turn(reviews, tokens, nanos / 1e9);
    }

    private List<String> part(int unit) {
        int parts = Prepared.of(task).parts();
        return BareReviews.part(texts, unit % parts, parts);
    }

    @Override
    public void close() {
        if (classifier != null) {
            classifier.close();
            classifier = null;
        }
    }
}

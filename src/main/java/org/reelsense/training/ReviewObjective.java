package org.reelsense.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.Gradients;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Parameters;
import org.reelsense.network.Regularisation;
import org.reelsense.network.Weights;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;

/** To tell positive reviews from negative ones: binary cross entropy on one set, accuracy on another. */
final class ReviewObjective implements Objective<ClassifierNetwork>, AutoCloseable {

    private final String name;
    private final TrainingSpec spec;
    private final Weights initial;
    private final EncodedReviews train;
    private final EncodedReviews dev;
    private final Batches batches;
    private final WorkerPool<ClassifierNetwork> scorers;

    ReviewObjective(
            String name, TrainingSpec spec, int threads, Weights initial, EncodedReviews train, EncodedReviews dev) {
        this.name = name;
        this.spec = spec;
        this.initial = initial;
        this.train = train;
        this.dev = dev;
        batches = new Batches(train.documents(), initial.spec().pieceLength(), spec);
        scorers = WorkerPool.scoring(threads, initial);
    }

    @Override
    public Map<String, String> identity() {
        NetworkSpec network = initial.spec();
        Regularisation regularisation = spec.regularisation();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("cell", network.cell().id());
        fields.put("bidirectional", Boolean.toString(network.bidirectional()));
        fields.put("vocabularySize", Integer.toString(network.vocabularySize()));
        fields.put("embeddingSize", Integer.toString(network.embeddingSize()));
        fields.put("hiddenSize", Integer.toString(network.hiddenSize()));
        fields.put("pieceLength", Integer.toString(network.pieceLength()));
        fields.put("embeddingDropout", Float.toString(regularisation.embeddingDropout()));
        fields.put("pooledDropout", Float.toString(regularisation.pooledDropout()));
        fields.put("adversarialNorm", Float.toString(regularisation.adversarialNorm()));
        return fields;
    }

    @Override
    public String unit() {
        return "reviews";
    }

    @Override
    public int size() {
        return train.size();
    }

    @Override
    public List<int[]> batches(int epoch) {
        return batches.ofEpoch(epoch);
    }

    @Override
    public List<int[]> shards(int[] batch) {
        return batches.shards(batch);
    }

    @Override
    public ClassifierNetwork open(Parameters weights) {
        return new ClassifierNetwork(new Weights(initial.spec(), weights), true);
    }

    @Override
    public double train(ClassifierNetwork network, int[] examples, int batchSize, long seed, Gradients gradients) {
        return network.train(
                IntStream.of(examples).mapToObj(train.documents()::get).toList(),
                labels(examples),
                batchSize,
                spec.regularisation(),
                seed,
                gradients);
    }

    private boolean[] labels(int[] examples) {
        boolean[] positive = new boolean[examples.length];
        for (int i = 0; i < examples.length; i++) {
            positive[i] = train.positive()[examples[i]];
        }
        return positive;
    }

    @Override
    public Optional<DevScores> judge(Parameters weights) throws InterruptedException {
        scorers.load(weights);
        float[] probabilities = BatchScorer.probabilities(
                dev.documents(), scorers, initial.spec().pieceLength(), Progress.SILENT);
        Evaluation scores = Evaluation.of(probabilities, dev.positive());
        return Optional.of(new DevScores(scores.accuracy(), scores.logLoss()));
    }

    @Override
    public Optional<String> line(EpochRecord epoch) {
        return Optional.of(String.format(
                Locale.ROOT,
                "%s epoch %d/%d: train loss %.4f, dev accuracy %.2f %%, dev loss %.4f, %.1f s (%.0f reviews/s)",
                name,
                epoch.epoch(),
                spec.epochs(),
                epoch.trainLoss(),
                100 * epoch.devAccuracy(),
                epoch.devLoss(),
                epoch.seconds(),
                train.size() / epoch.seconds()));
    }

    @Override
    public boolean isSilent() {
        return false;
    }

    @Override
    public void close() {
        scorers.close();
    }
}

package org.reelsense.bench.scale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Prepared;
import org.reelsense.bench.process.ScratchCheckpoint;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.bench.scoring.BareReviews;
import org.reelsense.experiment.Preset;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.Cell;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;
import org.reelsense.training.EncodedReviews;
import org.reelsense.training.Trainer;

/**
 * A worker process that trains a BiLSTM for an epoch or scores with one, as {@code reelsense} does: the quick preset's
 * training settings and pieces of 64 tokens. Labels are made up, for only time and memory matter.
 */
public final class ScaleWork implements Engine {

    /** What {@link #probe} answers to this: the most heap used at a time, in MB. */
    static final String HEAP = "heap";

    private static final int PIECES = 64;
    private static final int WARM_UP_REVIEWS = 256;
    private static final long SEED = 1;

    private @Nullable ScaleSetting setting;
    private List<int[]> documents = List.of();
    private @Nullable Weights weights;

    /** Reads the ids and warms up. */
    @Override
    public Map<String, String> prepare(Setting given) throws IOException, InterruptedException {
        ScaleSetting at = ScaleSetting.of(given);
        BareReviews all = BareReviews.read(Path.of(ScaleSetting.file(given)), Math.max(at.reviews(), WARM_UP_REVIEWS));
        NetworkSpec network = new NetworkSpec(Cell.LSTM, true, all.vocabularySize(), at.hidden(), at.hidden(), PIECES);
        weights = Weights.initial(network, new float[network.vocabularySize() * at.hidden()], SEED);
        setting = at;
        work(all.documents().subList(0, WARM_UP_REVIEWS), at);
        documents = at.length() == 0
                ? all.documents().subList(0, at.reviews())
                : EqualLengths.of(all.documents(), at.reviews(), at.length());
        return Map.of();
    }

    /** The most the heap held, garbage included. */
    @Override
    public float[] probe(String what) {
        double bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToDouble(usage -> usage.getUsed())
                .sum();
        return new float[] {(float) (bytes / 1e6)};
    }

    @Override
    public Turn run(int first, int units) throws IOException, InterruptedException {
        ScaleSetting at = Prepared.of(setting);
        double seconds = 0;
        for (int unit = 0; unit < units; unit++) {
            seconds += work(documents, at);
        }
        long tokens = documents.stream().mapToLong(document -> document.length).sum();
        return new Turn((long) units * documents.size(), units * tokens, seconds);
    }

    private double work(List<int[]> reviews, ScaleSetting at) throws IOException, InterruptedException {
        return at.work().equals(ScaleSetting.TRAIN) ? train(reviews, at) : score(reviews, at);
    }

    private double score(List<int[]> reviews, ScaleSetting at) throws InterruptedException {
        try (WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(at.threads(), Prepared.of(weights))) {
            BatchScorer.logits(reviews.subList(0, 1), pool, PIECES, Progress.SILENT); // opens a worker's engine
            long start = System.nanoTime();
            BatchScorer.logits(reviews, pool, PIECES, Progress.SILENT);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Seconds of the epoch, by the trainer's own clock. */
    private double train(List<int[]> reviews, ScaleSetting at) throws IOException, InterruptedException {
        boolean[] positive = new boolean[reviews.size()];
        for (int i = 0; i < positive.length; i += 2) {
            positive[i] = true;
        }
        EncodedReviews labelled = new EncodedReviews(reviews, positive);
        try (ScratchCheckpoint checkpoint = ScratchCheckpoint.make()) {
            return new Trainer(Preset.QUICK.settings().training().withEpochs(1), at.threads(), Progress.SILENT)
                    .train(
                            "scale",
                            Prepared.of(weights),
                            labelled,
                            labelled.part(new int[] {0}),
                            checkpoint.path(),
                            "scale")
                    .seconds();
        }
    }

    @Override
    public void close() {}
}

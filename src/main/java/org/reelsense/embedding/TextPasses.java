package org.reelsense.embedding;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.progress.Progress;

/**
 * All epochs of one training.
 *
 * <p>For the maintainer. {@link Execution#DETERMINISTIC}: the shards of an epoch go in rounds of {@link #SHARDS_A_ROUND}.
 * Within a round the weights stand still and each shard trains copies of the rows it touches; then the differences are
 * added in the order of the shards, rows shared out among the threads. Each row's sum has one order, so threads cannot
 * change it. A round is small because its shards do not see each other's changes: what they agree on is done several times
 * over. {@link Execution#FAST}: every shard reads and writes the weights themselves; races lose or blend some updates,
 * which stochastic gradient descent forgives (Niu et al. 2011).
 */
final class TextPasses {

    private static final float SKIP_GRAM_RATE = 0.025f;
    /** With the true gradient CBOW wants a higher one (İrsoy, Benton and Stratos 2021). */
    private static final float CBOW_RATE = 0.075f;

    private static final float LEAST_RATE = 1e-4f;

    static final int SHARDS_A_ROUND = Integer.getInteger("rs.round", 8);
    private static final int SHARD_WORDS = Integer.getInteger("rs.shard", 1_000);

    private final EmbeddingSpec spec;
    private final TrainingText text;
    private final SharedRows weights;
    private final Workers workers;
    private final Progress progress;
    private final List<PieceTraining> trainers;
    private final List<CopiedRows> copies;

    TextPasses(EmbeddingSpec spec, TrainingText text, SharedRows weights, Workers workers, Progress progress) {
        this.spec = spec;
        this.text = text;
        this.weights = weights;
        this.workers = workers;
        this.progress = progress;
        Thinning thinning = new Thinning(text.counts(), spec.subsampling());
        NoiseDistribution noise = new NoiseDistribution(text.counts());
        trainers = Stream.generate(() -> new PieceTraining(spec, thinning, noise))
                .limit(workers.count())
                .toList();
        copies = IntStream.range(0, spec.execution() == Execution.FAST ? 0 : SHARDS_A_ROUND)
                .mapToObj(i -> new CopiedRows(weights))
                .toList();
    }

    /** @throws InterruptedException if the calling thread is interrupted */
    void run() throws InterruptedException {
        for (int epoch = 0; epoch < spec.epochs(); epoch++) {
            int current = epoch;
            Shards shards = new Shards(text, SHARD_WORDS, new SplitMix(spec.seed(), SplitMix.ORDER_OF_TEXTS, epoch));
            if (spec.execution() == Execution.FAST) {
                workers.forEach(shards.count(), (worker, shard) -> train(worker, weights, current, shards, shard));
            } else {
                for (int first = 0; first < shards.count(); first += SHARDS_A_ROUND) {
                    round(epoch, shards, first, Math.min(SHARDS_A_ROUND, shards.count() - first));
                }
            }
        }
    }

    private void round(int epoch, Shards shards, int first, int size) throws InterruptedException {
        workers.forEach(size, (worker, i) -> {
            CopiedRows rows = copies.get(i);
            rows.clear();
            train(worker, rows, epoch, shards, first + i);
            rows.toDifferences();
        });
        workers.forEach(workers.count(), (worker, part) -> {
            for (CopiedRows rows : copies.subList(0, size)) {
                rows.addTo(part, workers.count());
            }
        });
    }

    private void train(int worker, RowSource rows, int epoch, Shards shards, int shard) {
        SplitMix random = new SplitMix(spec.seed(), SplitMix.WINDOWS_AND_NOISE, epoch, shard);
        float rate = rate(epoch, shards.wordsBefore(shard));
        for (int place = shards.begin(shard); place < shards.begin(shard + 1); place++) {
            int piece = shards.piece(place);
            trainers.get(worker).train(text.ids(), text.begins()[piece], text.begins()[piece + 1], rows, rate, random);
        }
        progress.advance(shards.wordsOf(shard));
    }

    /** Falls in a line over the whole training. */
    private float rate(int epoch, int wordsBefore) {
        double done = (epoch + (double) wordsBefore / text.ids().length) / spec.epochs();
        float start = spec.architecture() == Architecture.CBOW ? CBOW_RATE : SKIP_GRAM_RATE;
        return (float) (start - (start - LEAST_RATE) * done);
    }
}

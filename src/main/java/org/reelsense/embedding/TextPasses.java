package org.reelsense.embedding;

import java.util.List;
import java.util.stream.Stream;
import org.reelsense.progress.Progress;

/**
 * The epochs of one training, one after another. {@link Execution#FAST}: every shard reads and writes the weights themselves; races lose or
 * blend some updates, which stochastic gradient descent forgives (Niu et al. 2011). {@link Execution#DETERMINISTIC}: see
 * {@link DeterministicRounds}.
 */
final class TextPasses {

    private static final float SKIP_GRAM_RATE = 0.025f;
    /** With the true gradient CBOW wants a higher one (İrsoy, Benton and Stratos 2021). */
    private static final float CBOW_RATE = 0.075f;

    private static final float LEAST_RATE = 1e-4f;
    private static final int SHARD_WORDS = 1_000;

    private final EmbeddingSpec spec;
    private final TrainingText text;
    private final SharedRows weights;
    private final Workers workers;
    private final Progress progress;
    private final List<PieceTraining> trainers;
    private final DeterministicRounds rounds;

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
        rounds = new DeterministicRounds(weights, workers);
    }

    /**
     * One pass over the text.
     *
     * @param epoch its number, from 0
     * @throws InterruptedException if the calling thread is interrupted; the weights then hold part of the pass
     */
    void run(int epoch) throws InterruptedException {
        Shards shards = shards(epoch);
        if (spec.execution() == Execution.FAST) {
            workers.forEach(shards.count(), (worker, shard) -> train(worker, weights, epoch, shards, shard));
        } else {
            deterministic(epoch, shards);
        }
    }

    private void deterministic(int epoch, Shards shards) throws InterruptedException {
        for (int first = 0; first < shards.count(); first += DeterministicRounds.SHARDS) {
            int size = Math.min(DeterministicRounds.SHARDS, shards.count() - first);
            float rate = rate(epoch, shards.wordsBefore(first));
            rounds.round(first, size, rate, (worker, shard, rows) -> train(worker, rows, epoch, shards, shard));
        }
    }

    private Shards shards(int epoch) {
        return new Shards(text, SHARD_WORDS, new SplitMix(spec.seed(), SplitMix.ORDER_OF_TEXTS, epoch));
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

package org.reelsense.training;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.network.Gradients;
import org.reelsense.network.WorkerPool;

/** One step of training after another: the gradient of a batch, shard by shard, and what the optimiser makes of it. */
final class TrainingStep implements AutoCloseable {

    private final TrainingSpec spec;
    private final EncodedReviews train;
    private final Batches batches;
    private final TrainingState state;
    private final WorkerPool workers;
    private final List<Gradients> shardGradients;
    private final Gradients batchGradients;

    TrainingStep(TrainingSpec spec, int threads, EncodedReviews train, Batches batches, TrainingState state) {
        this.spec = spec;
        this.train = train;
        this.batches = batches;
        this.state = state;
        workers = new WorkerPool(threads, state.weights(), true);
        shardGradients = Stream.generate(() -> Gradients.zero(state.weights().spec()))
                .limit(spec.shards())
                .toList();
        batchGradients = Gradients.zero(state.weights().spec());
    }

    /**
     * Changes the state by one batch and returns the summed loss.
     *
     * @param rateFactor share of the highest rates
     */
    double run(int[] batch, float rateFactor) throws InterruptedException {
        List<int[]> shards = batches.shards(batch);
        double[] losses = new double[shards.size()];
        long step = state.step();
        workers.forEach(shards.size(), (network, shard) -> {
            Gradients gradients = shardGradients.get(shard);
            gradients.clear();
            int[] members = shards.get(shard);
            losses[shard] = network.train(
                    IntStream.of(members).mapToObj(train.documents()::get).toList(),
                    labels(members),
                    batch.length,
                    spec.regularisation(),
                    dropoutSeed(step, shard),
                    gradients);
        });
        batchGradients.clear();
        double loss = 0;
        for (int shard = 0; shard < losses.length; shard++) {
            batchGradients.addAll(shardGradients.get(shard));
            loss += losses[shard];
        }
        state.apply(
                batchGradients, spec.learningRate() * rateFactor, spec.embeddingRate() * rateFactor, spec.clipNorm());
        workers.load(state.weights());
        return loss;
    }

    private boolean[] labels(int[] members) {
        boolean[] positive = new boolean[members.length];
        for (int i = 0; i < members.length; i++) {
            positive[i] = train.positive()[members[i]];
        }
        return positive;
    }

    private long dropoutSeed(long step, int shard) {
        return (spec.seed() * 1_000_003 + step) * 8_191 + shard;
    }

    @Override
    public void close() {
        workers.close();
    }
}

package org.reelsense.training;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.network.GradientStretch;
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
        optimise(shardGradients.subList(0, losses.length), rateFactor);
        return sum(losses);
    }

    /** Adds up the shards' gradients, clips the sum and moves the weights, all of it stretch by stretch on all workers. */
    private void optimise(List<Gradients> parts, float rateFactor) throws InterruptedException {
        batchGradients.unite(parts);
        List<GradientStretch> stretches = GradientStretch.of(batchGradients);
        double[] squares = new double[stretches.size()];
        workers.forEach(squares.length, (network, i) -> squares[i] = batchGradients.sum(parts, stretches.get(i)));
        TrainingState.Update update = state.begin(
                Math.sqrt(sum(squares)),
                spec.learningRate() * rateFactor,
                spec.embeddingRate() * rateFactor,
                spec.clipNorm());
        // Half a step would be no state to go on from.
        workers.forEachToTheEnd(squares.length, (network, i) -> state.apply(update, batchGradients, stretches.get(i)));
        workers.load(state.weights());
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
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

package org.reelsense.training;

import java.util.List;
import java.util.stream.Stream;
import org.reelsense.network.GradientStretch;
import org.reelsense.network.Gradients;
import org.reelsense.network.TrainableNetwork;
import org.reelsense.network.WorkerPool;

/** One step of training after another: the gradient of a batch, shard by shard, and what the optimiser makes of it. */
final class TrainingStep<N extends TrainableNetwork> implements AutoCloseable {

    private final TrainingSpec spec;
    private final Objective<N> objective;
    private final TrainingState state;
    private final WorkerPool<N> workers;
    private final List<Gradients> shardGradients;
    private final Gradients batchGradients;

    TrainingStep(TrainingSpec spec, int threads, Objective<N> objective, TrainingState state) {
        this.spec = spec;
        this.objective = objective;
        this.state = state;
        workers = new WorkerPool<>(threads, state.weights(), objective::open);
        shardGradients = Stream.generate(() -> Gradients.zero(state.weights()))
                .limit(spec.shards())
                .toList();
        batchGradients = Gradients.zero(state.weights());
    }

    /**
     * Changes the state by one batch and returns the summed loss.
     *
     * @param rateFactor share of the highest rates
     */
    double run(int[] batch, float rateFactor) throws InterruptedException {
        List<int[]> shards = objective.shards(batch);
        double[] losses = new double[shards.size()];
        long step = state.step();
        workers.forEach(shards.size(), (network, shard) -> {
            Gradients gradients = shardGradients.get(shard);
            gradients.clear();
            losses[shard] =
                    objective.train(network, shards.get(shard), batch.length, shardSeed(step, shard), gradients);
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
        TrainingState.Update update = state.begin(Math.sqrt(sum(squares)), spec.adam(), rateFactor, spec.clipNorm());
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

    private long shardSeed(long step, int shard) {
        return (spec.seed() * 1_000_003 + step) * 8_191 + shard;
    }

    @Override
    public void close() {
        workers.close();
    }
}

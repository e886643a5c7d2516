package org.reelsense.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.Gradients;
import org.reelsense.network.Weights;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;

/**
 * Trains a classifier on one set and chooses the epoch on another.
 *
 * <p>A batch is cut into a fixed number of shards, each shard's gradient is computed by whichever worker is free, and the
 * gradients are added in shard order: weights are the same, bit for bit, for any number of threads.
 */
public final class Trainer {

    private static final double NANOS = 1e9;

    private final TrainingSpec spec;
    private final int threads;
    private final Progress progress;

    public Trainer(TrainingSpec spec, int threads, Progress progress) {
        this.spec = spec;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Trains.
     *
     * @param name of the model, for progress
     * @param initial where to start; not changed
     * @throws DivergedException if the gradient is no longer finite
     * @throws InterruptedException if the calling thread is interrupted
     */
    public TrainedModel train(String name, Weights initial, EncodedReviews train, EncodedReviews dev)
            throws InterruptedException {
        TrainingState state = new TrainingState(initial, spec.averaging());
        try (Run run = new Run(name, state, train, dev)) {
            return run.all();
        }
    }

    /** One training, from first to last epoch. */
    private final class Run implements AutoCloseable {
        private final String name;
        private final TrainingState state;
        private final EncodedReviews train;
        private final EncodedReviews dev;
        private final Batches batches;
        private final Schedule schedule;
        private final WorkerPool trainers;
        private final WorkerPool scorers;
        private final List<Gradients> shardGradients;
        private final Gradients batchGradients;

        Run(String name, TrainingState state, EncodedReviews train, EncodedReviews dev) {
            this.name = name;
            this.state = state;
            this.train = train;
            this.dev = dev;
            batches = new Batches(train.documents(), state.weights().spec().pieceLength(), spec);
            schedule = Schedule.of(spec, batches.count());
            trainers = new WorkerPool(threads, state.weights(), true);
            scorers = new WorkerPool(threads, state.weights(), false);
            shardGradients = IntStream.range(0, spec.shards())
                    .mapToObj(shard -> Gradients.zero(state.weights().spec()))
                    .toList();
            batchGradients = Gradients.zero(state.weights().spec());
        }

        TrainedModel all() throws InterruptedException {
            List<EpochRecord> history = new ArrayList<>();
            Weights bestWeights = state.weights();
            EpochRecord best = new EpochRecord(0, 0, 0, -1, 0);
            double seconds = 0;
            for (int epoch = 1; epoch <= spec.epochs() && epoch - best.epoch() <= spec.patience(); epoch++) {
                long start = System.nanoTime();
                double loss = epoch(epoch);
                Weights averaged = state.averaged();
                double epochSeconds = (System.nanoTime() - start) / NANOS;
                EpochRecord record = record(epoch, epochSeconds, loss, averaged);
                history.add(record);
                seconds += epochSeconds;
                if (record.devAccuracy() > best.devAccuracy()) {
                    best = record;
                    bestWeights = averaged;
                }
            }
            return new TrainedModel(bestWeights, best, history, seconds);
        }

        /** Returns the mean loss. */
        private double epoch(int epoch) throws InterruptedException {
            progress.begin(name + " epoch " + epoch + "/" + spec.epochs(), train.size(), "reviews");
            double loss = 0;
            for (int[] batch : batches.ofEpoch(epoch)) {
                loss += step(batch);
                progress.advance(batch.length);
            }
            progress.end();
            return loss / train.size();
        }

        /** Returns the summed loss. */
        private double step(int[] batch) throws InterruptedException {
            List<int[]> shards = batches.shards(batch);
            double[] losses = new double[shards.size()];
            long step = state.step();
            trainers.forEach(shards.size(), (network, shard) -> {
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
            float factor = schedule.factor(step);
            state.apply(batchGradients, spec.learningRate() * factor, spec.embeddingRate() * factor, spec.clipNorm());
            trainers.load(state.weights());
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

        private EpochRecord record(int epoch, double seconds, double trainLoss, Weights averaged)
                throws InterruptedException {
            scorers.load(averaged);
            float[] probabilities = BatchScorer.probabilities(
                    dev.documents(), scorers, averaged.spec().pieceLength(), Progress.SILENT);
            int correct = 0;
            double loss = 0;
            for (int i = 0; i < probabilities.length; i++) {
                boolean positive = dev.positive()[i];
                correct += probabilities[i] >= 0.5 == positive ? 1 : 0;
                loss -= Math.log(Math.max(positive ? probabilities[i] : 1 - probabilities[i], 1e-7));
            }
            EpochRecord record =
                    new EpochRecord(epoch, seconds, trainLoss, (double) correct / dev.size(), loss / dev.size());
            progress.say(String.format(
                    Locale.ROOT,
                    "%s epoch %d/%d: train loss %.4f, dev accuracy %.2f %%, dev loss %.4f, %.1f s (%.0f reviews/s)",
                    name,
                    epoch,
                    spec.epochs(),
                    trainLoss,
                    100 * record.devAccuracy(),
                    record.devLoss(),
                    seconds,
                    train.size() / seconds));
            return record;
        }

        @Override
        public void close() {
            trainers.close();
            scorers.close();
        }
    }
}

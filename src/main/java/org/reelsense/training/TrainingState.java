package org.reelsense.training;

import org.reelsense.network.GradientStretch;
import org.reelsense.network.Gradients;
import org.reelsense.network.Parameters;
import org.reelsense.network.SparseRows;

/**
 * Everything that training changes: weights, Adam's moments, the running average. A step costs time in proportion to the
 * dense weights and the embedding rows it touches, never to V: moments are lazy (a row's stand still while it is not
 * touched), and the average of a row is brought up to date when the row is next touched or the average is asked for,
 * exactly, since the row did not move in between.
 */
final class TrainingState {

    /** Instead of 0 for "no average": its logarithm must be finite. */
    private static final float SMALLEST_DECAY = 1e-30f;

    private final float averaging;
    private final Parameters weights;
    private final Parameters firstMoments;
    private final Parameters secondMoments;
    private final Parameters averages;
    /** For each embedding row: the value of {@link #logDecay} up to which its average is brought. */
    private final double[] averagedUntil;

    private long step;
    /** Sum of the logarithms of the decays of all steps so far. */
    private double logDecay;

    TrainingState(Parameters initial, float averaging) {
        this.averaging = averaging;
        weights = initial.copy();
        firstMoments = initial.zeros();
        secondMoments = initial.zeros();
        averages = initial.copy();
        averagedUntil = new double[initial.rows()];
    }

    /**
     * All of a state after a step; shares the live arrays. The averages are not brought up to date for it: in two parts
     * instead of one that would give other last digits, and a checkpoint must change nothing.
     *
     * @param averagedUntil [V], for each embedding row the log decay up to which its average is brought
     * @param step steps made
     * @param logDecay sum of the logarithms of their decays
     */
    record Snapshot(
            Parameters weights,
            Parameters firstMoments,
            Parameters secondMoments,
            Parameters averages,
            double[] averagedUntil,
            long step,
            double logDecay) {}

    /** The state to go on from. */
    TrainingState(Snapshot snapshot, float averaging) {
        this.averaging = averaging;
        weights = snapshot.weights();
        firstMoments = snapshot.firstMoments();
        secondMoments = snapshot.secondMoments();
        averages = snapshot.averages();
        step = snapshot.step();
        logDecay = snapshot.logDecay();
        averagedUntil = snapshot.averagedUntil();
    }

    /** What {@link Checkpoint} keeps. */
    Snapshot snapshot() {
        return new Snapshot(weights, firstMoments, secondMoments, averages, averagedUntil, step, logDecay);
    }

    /** The live weights; their arrays change with every step. */
    Parameters weights() {
        return weights;
    }

    /** Steps made so far. */
    long step() {
        return step;
    }

    /**
     * The constants of one optimiser step.
     *
     * @param scale of the gradients, so that none is longer than the clipping norm
     * @param decay of the average
     * @param logDecayBefore sum of the logarithms of the decays of all steps before
     */
    record Update(Adam dense, Adam embedding, float scale, float decay, double logDecayBefore) {}

    /**
     * Begins an optimiser step along clipped gradients; {@link #apply} makes it, stretch by stretch.
     *
     * @param norm of the gradients
     * @param rateFactor share of the highest rates
     * @throws DivergedException if it is not finite
     */
    Update begin(double norm, AdamSpec adam, float rateFactor, float clipNorm) {
        if (!Double.isFinite(norm)) {
            throw new DivergedException(step);
        }
        step++;
        float scale = norm > clipNorm ? (float) (clipNorm / norm) : 1;
        float decay = decayOfStep();
        double before = logDecay;
        logDecay += Math.log(decay);
        return new Update(
                Adam.ofStep(step, adam.learningRate() * rateFactor, adam.epsilon()),
                Adam.ofStep(step, adam.embeddingRate() * rateFactor, adam.epsilon()),
                scale,
                decay,
                before);
    }

    /** Makes the step that was begun for one stretch of the gradients; each stretch may have a thread of its own. */
    void apply(Update update, Gradients gradients, GradientStretch stretch) {
        if (stretch.ofRows()) {
            applyRows(update, gradients.embedding(), stretch.begin(), stretch.end());
        } else {
            applyDense(update, gradients.dense(), stretch.begin(), stretch.end());
        }
    }

    private void applyDense(Update update, float[] gradients, int begin, int end) {
        update.dense()
                .update(
                        weights.dense(),
                        firstMoments.dense(),
                        secondMoments.dense(),
                        gradients,
                        begin,
                        end,
                        update.scale());
        average(averages.dense(), weights.dense(), begin, end, update.decay());
    }

    private void applyRows(Update update, SparseRows rows, int begin, int end) {
        if (update.embedding().rate() == 0) {
            return;
        }
        EmbeddingRow row = new EmbeddingRow(weights, firstMoments, secondMoments);
        for (int slot = begin; slot < end; slot++) {
            int id = rows.id(slot);
            catchUp(id, update.logDecayBefore());
            row.move(id, update.embedding(), rows.values(), slot, update.scale());
            catchUp(id, logDecay);
        }
    }

    /** Brings a row's average to where {@code logDecay} was {@code until}; the row has stood still since the last call. */
    private void catchUp(int id, double until) {
        int width = weights.embeddingSize();
        double missed = until - averagedUntil[id];
        if (missed < 0) {
            average(averages.embedding(), weights.embedding(), id * width, (id + 1) * width, (float) Math.exp(missed));
            averagedUntil[id] = until;
        }
    }

    /** Rises to {@code averaging} from a small value, so that the average soon forgets the initial weights. */
    private float decayOfStep() {
        float warm = (1f + step) / (10f + step);
        return Math.max(Math.min(averaging, warm), SMALLEST_DECAY);
    }

    private static void average(float[] averages, float[] values, int begin, int end, float decay) {
        for (int i = begin; i < end; i++) {
            averages[i] = values[i] + decay * (averages[i] - values[i]);
        }
    }

    /** A copy of the averaged weights after the last step. */
    Parameters averaged() {
        catchUpAll();
        return averages.copy();
    }

    private void catchUpAll() {
        for (int id = 0; id < averagedUntil.length; id++) {
            catchUp(id, logDecay);
        }
    }
}

package org.reelsense.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reelsense.network.Gradients;
import org.reelsense.network.Parameters;
import org.reelsense.network.TrainableNetwork;

/**
 * What a training minimises: a loss over examples, of which it knows only the numbers. How steps are made, repeated, kept
 * and gone on with is the trainer's business and the same for every objective.
 *
 * @param <N> the network that works out the gradient; each worker has one
 */
public interface Objective<N extends TrainableNetwork> {

    /** What network and data these are, by the names that a message calls them; see {@link Trainer}. */
    Map<String, String> identity();

    /** What an example is called, in the plural. */
    String unit();

    /** Number of examples. */
    int size();

    /** Numbers of the examples of an epoch, counted from 1, batch by batch; always as many batches. */
    List<int[]> batches(int epoch);

    /** Cuts a batch into shards, in the same way every time: as many as {@link TrainingSpec#shards()} at most. */
    List<int[]> shards(int[] batch);

    /** A worker's network, to be used on the thread that opens it. */
    N open(Parameters weights);

    /**
     * Adds a shard's part of a batch's gradient.
     *
     * @param examples numbers of the shard's
     * @param batchSize examples of the whole batch
     * @param seed of the shard's randomness
     * @return the summed loss of the shard, not scaled
     */
    double train(N network, int[] examples, int batchSize, long seed, Gradients gradients);

    /** How the weights do on dev; nothing if there is no dev set: then the last epoch's weights are kept. */
    Optional<DevScores> judge(Parameters weights) throws InterruptedException;

    /**
     * What is worth a line about an epoch. Nothing if epochs are short and many; then the whole training is watched as one
     * task, and not each epoch.
     */
    Optional<String> line(EpochRecord epoch);

    /** Whether {@link #line} never has one. */
    boolean isSilent();
}

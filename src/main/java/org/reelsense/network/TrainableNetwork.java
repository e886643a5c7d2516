package org.reelsense.network;

/** A network that a worker has for itself, on weights that may change between two rounds of tasks. */
public interface TrainableNetwork extends AutoCloseable {

    /**
     * Takes up weights anew; needed after their arrays were changed.
     *
     * @throws IllegalArgumentException if they are not those of such a network
     * @throws IllegalStateException if closed
     */
    void load(Parameters weights);

    @Override
    void close();
}

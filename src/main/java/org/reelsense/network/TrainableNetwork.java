package org.reelsense.network;

/** A network that a worker has for itself, on weights that may change between two rounds of tasks. */
public interface TrainableNetwork extends AutoCloseable {

    /** Takes up weights anew; needed after their arrays were changed. */
    void load(Parameters weights);

    @Override
    void close();
}

package org.reelsense.network;

import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.reelsense.parallel.StatefulThreads;

/**
 * Worker threads, each with a network of its own on shared weights that may change between two rounds of
 * tasks. Work is cut into tasks whose number does not depend on the number of workers; whichever worker is free takes the
 * next, so a result must depend on the task alone.
 *
 * <p>Used by one thread at a time.
 *
 * @param <N> the network, which belongs to the thread that opened it
 */
public final class WorkerPool<N extends TrainableNetwork> implements AutoCloseable {

    private final Function<Parameters, N> open;
    private final StatefulThreads<Current> threads;
    private volatile Parameters weights;
    private volatile int version;

    /** What a worker does with task {@code index}. */
    @FunctionalInterface
    public interface Task<N> {
        void run(N network, int index);
    }

    /** A worker's network, brought up to date when it is next asked for. */
    private final class Current {
        private int loadedVersion = version;
        private final N network = open.apply(weights);

        N network() {
            if (loadedVersion != version) {
                network.load(weights);
                loadedVersion = version;
            }
            return network;
        }

        void close() {
            network.close();
        }
    }

    /**
     * Makes room for workers; each starts when it is first needed.
     *
     * @param threads at least 1
     * @param open makes a worker's network, on the worker's own thread
     */
    public WorkerPool(int threads, Parameters weights, Function<Parameters, N> open) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " is below 1");
        }
        this.open = open;
        this.weights = weights;
        this.threads = new StatefulThreads<>("reelsense-worker", threads, Current::new, Current::close);
    }

    /** Workers that score reviews. */
    public static WorkerPool<ClassifierNetwork> scoring(int threads, Weights weights) {
        InputTables tables = new InputTables(weights.spec());
        return new WorkerPool<>(
                threads,
                weights.parameters(),
                current -> new ClassifierNetwork(weights.spec(), current, tables::of, false));
    }

    /** Says that the weights are now these, or that their arrays have changed. */
    public void load(Parameters changed) {
        weights = changed.renewed();
        version++;
    }

    /**
     * Runs tasks 0 to {@code tasks - 1} and waits for them.
     *
     * @throws InterruptedException if the calling thread is interrupted; tasks not yet begun are dropped
     * @throws IllegalStateException if a task throws an exception, which is the cause; what is an {@link Error}, such as no
     *     memory, is thrown itself, for callers know what to say about it
     */
    public void forEach(int tasks, Task<N> task) throws InterruptedException {
        try {
            threads.forEach(tasks, (current, index) -> task.run(current.network(), index));
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        }
    }

    /** The same for short tasks that change what later ones rely on: an interruption is kept until all are done. */
    public void forEachToTheEnd(int tasks, Task<N> task) {
        try {
            threads.forEachToTheEnd(tasks, (current, index) -> task.run(current.network(), index));
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        }
    }

    private static IllegalStateException unchecked(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a worker failed: " + failed.getCause(), failed.getCause());
    }

    /** Returns when the workers have finished what they had begun and freed their memory. */
    @Override
    public void close() {
        threads.close();
    }
}

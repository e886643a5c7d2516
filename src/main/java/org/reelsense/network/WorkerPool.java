package org.reelsense.network;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reelsense.parallel.SharedTasks;

/**
 * Worker threads, each with a {@link ClassifierNetwork} of its own on shared weights. Work is cut into tasks whose number
 * does not depend on the number of workers; whichever worker is free takes the next, so a result must depend on the task
 * alone.
 *
 * <p>Used by one thread at a time.
 */
public final class WorkerPool implements AutoCloseable {

    private final boolean training;
    private final List<Worker> workers;
    private volatile Weights weights;
    private volatile int version;

    /** What a worker does with task {@code index}. */
    @FunctionalInterface
    public interface Task {
        void run(ClassifierNetwork network, int index);
    }

    /** A thread and, from its first task on, its network. */
    private final class Worker {
        private final ExecutorService thread;
        private @Nullable ClassifierNetwork network;
        private int loadedVersion;

        Worker(int number) {
            thread = Executors.newSingleThreadExecutor(work -> {
                Thread made = new Thread(work, "reelsense-worker-" + number);
                made.setDaemon(true);
                return made;
            });
        }

        private ClassifierNetwork current() {
            ClassifierNetwork current = network;
            if (current == null) {
                current = new ClassifierNetwork(weights, training);
                network = current;
            } else if (loadedVersion != version) {
                current.load(weights);
            }
            loadedVersion = version;
            return current;
        }

        void close() {
            thread.submit(() -> {
                if (network != null) {
                    network.close();
                }
            });
            thread.shutdown();
        }
    }

    /**
     * Starts workers.
     *
     * @param threads at least 1
     * @param training whether tasks call {@link ClassifierNetwork#train}
     */
    public WorkerPool(int threads, Weights weights, boolean training) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " is below 1");
        }
        this.training = training;
        this.weights = weights;
        workers = IntStream.range(0, threads).mapToObj(Worker::new).toList();
    }

    /** Says that the weights are now these, or that their arrays have changed. */
    public void load(Weights changed) {
        weights = changed;
        version++;
    }

    /**
     * Runs tasks 0 to {@code tasks - 1} and waits for them.
     *
     * @throws InterruptedException if the calling thread is interrupted; tasks not yet begun are dropped
     */
    public void forEach(int tasks, Task task) throws InterruptedException {
        begin(tasks, task).await();
    }

    /** The same for short tasks that change what later ones rely on: an interruption is kept until all are done. */
    public void forEachToTheEnd(int tasks, Task task) {
        begin(tasks, task).awaitToTheEnd();
    }

    private SharedTasks begin(int tasks, Task task) {
        SharedTasks shared = new SharedTasks(tasks);
        for (Worker worker : workers) {
            shared.begin(worker.thread, index -> task.run(worker.current(), index));
        }
        return shared;
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
    }
}

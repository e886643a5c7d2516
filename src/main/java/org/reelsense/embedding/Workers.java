package org.reelsense.embedding;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.reelsense.parallel.SharedTasks;

/** Threads that share numbered tasks; whichever is free takes the next. */
final class Workers implements AutoCloseable {

    private final int threads;
    private final ExecutorService pool;

    /** A task of a worker; no two tasks of one worker run at once. */
    @FunctionalInterface
    interface Task {
        void run(int worker, int index);
    }

    Workers(int threads) {
        this.threads = threads;
        pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "reelsense-vectors");
            thread.setDaemon(true);
            return thread;
        });
    }

    int count() {
        return threads;
    }

    /**
     * Runs tasks 0 to {@code tasks - 1} and waits for them.
     *
     * @throws InterruptedException if the calling thread is interrupted; tasks not yet begun are dropped
     */
    void forEach(int tasks, Task task) throws InterruptedException {
        SharedTasks shared = new SharedTasks(tasks);
        for (int i = 0; i < threads; i++) {
            int worker = i;
            shared.begin(pool, index -> task.run(worker, index));
        }
        shared.await();
    }

    /** Waits for tasks that are still running, even if interrupted meanwhile: nothing goes on behind the caller's back. */
    @Override
    public void close() {
        pool.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.reelsense.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Tasks numbered from 0 that threads share: whichever is free takes the next. Begun and awaited by one thread. */
public final class SharedTasks {

    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Future<?>> running = new ArrayList<>();

    /** Tasks 0 to {@code count - 1}. */
    public SharedTasks(int count) {
        this.count = count;
    }

    /** Lets a thread of {@code threads} take tasks until there are no more. */
    public void begin(ExecutorService threads, IntConsumer task) {
        running.add(threads.submit(() -> {
            for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                task.accept(index);
            }
        }));
    }

    /**
     * Waits until all have been done. Tasks not yet begun are dropped if it throws.
     *
     * @throws InterruptedException if the calling thread is interrupted
     * @throws IllegalStateException if a task throws an exception, which is the cause; what is an {@link Error}, such as no
     *     memory, is thrown itself, for callers know what to say about it
     */
    public void await() throws InterruptedException {
        try {
            for (Future<?> future : running) {
                get(future);
            }
        } finally {
            next.set(count);
        }
    }

    /** The same for short tasks that must not be left half done: an interruption is kept for whatever comes next. */
    public void awaitToTheEnd() {
        boolean interrupted = false;
        try {
            for (Future<?> future : running) {
                interrupted |= awaitToTheEnd(future);
            }
        } finally {
            next.set(count);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns whether the calling thread was interrupted meanwhile. */
    private static boolean awaitToTheEnd(Future<?> future) {
        boolean interrupted = false;
        while (true) {
            try {
                get(future);
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    private static void get(Future<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a worker failed: " + failed.getCause(), failed.getCause());
        }
    }
}

package org.reelsense.parallel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads for any number of callers, each with a state of its own that no other thread touches: made when the thread first
 * needs it, closed when the thread ends or a task has failed on it, since it may then be half made.
 *
 * <p>One queue, first come, first served. A thread takes one task and puts what is left of its caller's at the end of the
 * queue again, so that a single task waits for a task or two of a long list and not for its end.
 */
public final class StatefulThreads<S> implements AutoCloseable {

    /**
     * Address space; only what is touched takes memory. oneDNN plans a primitive in over half a megabyte of stack, and where that
     * is too short for native code the process dies without a word. So a thread does not rely on Java's default, which is a
     * megabyte on Linux and whatever {@code -Xss} says.
     */
    private static final long STACK_BYTES = 8 << 20;

    private final Supplier<S> open;
    private final Consumer<S> close;
    private final Queue<Worker> workers = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor threads;

    /** What a thread does for a caller; {@code index} counts the caller's tasks. */
    @FunctionalInterface
    public interface Task<S> {
        void run(S state, int index);
    }

    /** A thread and, from its first task on, its state. */
    private final class Worker extends Thread {

        private @Nullable S state;

        Worker(Runnable work, String name) {
            super(null, work, name, STACK_BYTES, false);
            setDaemon(true);
        }

        void run(Task<S> task, int index) {
            boolean done = false;
            try {
                S current = state == null ? open.get() : state;
                state = current;
                task.run(current, index);
                done = true;
            } finally {
                if (!done) {
                    drop();
                }
            }
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                drop();
            }
        }

        private void drop() {
            if (state != null) {
                close.accept(state);
                state = null;
            }
        }
    }

    /** The tasks of one caller; as many threads as are free take them. */
    private final class Round implements Runnable {

        private final int tasks;
        private final Task<S> task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final CountDownLatch takers;

        Round(int tasks, Task<S> task, int takers) {
            this.tasks = tasks;
            this.task = task;
            this.takers = new CountDownLatch(takers);
        }

        @Override
        @SuppressWarnings("unchecked") // all threads of the pool are workers of this class
        public void run() {
            try {
                int index = next.getAndIncrement();
                if (index < tasks) {
                    ((Worker) Thread.currentThread()).run(task, index);
                }
                if (next.get() < tasks) {
                    threads.execute(this);
                    return;
                }
            } catch (Throwable failed) { // the caller throws it
                failure.compareAndSet(null, failed);
                drop();
            }
            takers.countDown();
        }

        void drop() {
            next.set(tasks);
        }

        void await() throws InterruptedException, ExecutionException {
            takers.await();
            Throwable first = failure.get();
            if (first instanceof RejectedExecutionException) {
                throw closed();
            }
            if (first != null) {
                throw new ExecutionException(first);
            }
        }
    }

    /**
     * Makes room for threads; each starts when it is first needed.
     *
     * @param name of each thread
     * @param count at least 1
     * @param open makes a state, on the thread it is for
     * @param close frees it, there too
     */
    public StatefulThreads(String name, int count, Supplier<S> open, Consumer<S> close) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "threads: received " + count + ", allowed 1 or more; leave it out for one a core");
        }
        this.open = open;
        this.close = close;
        threads = new ThreadPoolExecutor(
                count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> newWorker(work, name));
    }

    private Worker newWorker(Runnable work, String name) {
        Worker worker = new Worker(work, name);
        workers.add(worker);
        return worker;
    }

    /**
     * Runs tasks 0 to {@code tasks - 1}, in that order as far as they do not run at once, and waits for them.
     *
     * @throws InterruptedException if the calling thread is interrupted; tasks not yet begun are dropped
     * @throws IllegalStateException if closed
     * @throws ExecutionException if a task fails, with its cause; tasks not yet begun are dropped
     */
    public void forEach(int tasks, Task<S> task) throws InterruptedException, ExecutionException {
        if (Thread.interrupted()) { // before anything is begun
            throw new InterruptedException();
        }
        Round round = begin(tasks, task);
        try {
            round.await();
        } finally {
            round.drop();
        }
    }

    /**
     * The same for short tasks that must not be left half done: an interruption is kept for whatever comes next.
     *
     * @throws IllegalStateException if closed
     * @throws ExecutionException if a task fails, with its cause; tasks not yet begun are dropped
     */
    public void forEachToTheEnd(int tasks, Task<S> task) throws ExecutionException {
        boolean interrupted = Thread.interrupted();
        try {
            Round round = begin(tasks, task);
            while (true) {
                try {
                    round.await();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Round begin(int tasks, Task<S> task) {
        int takers = Math.min(tasks, threads.getCorePoolSize());
        Round round = new Round(tasks, task, takers);
        try {
            for (int taker = 0; taker < takers; taker++) {
                threads.execute(round);
            }
        } catch (RejectedExecutionException e) {
            round.drop();
            throw closed();
        }
        return round;
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("closed; open another");
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return threads.isShutdown();
    }

    /** How many threads of this are alive. */
    public int alive() {
        return (int) workers.stream().filter(Thread::isAlive).count();
    }

    /** Takes no more tasks, finishes those begun, and returns when every thread has ended and closed its state. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            for (Worker worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the threads end without us
        }
    }
}

package org.reelsense.bench.train;

import java.util.concurrent.Semaphore;
import org.reelsense.progress.Progress;

/**
 * Lets a {@link org.reelsense.training.Trainer} on a thread of its own make so many steps and then stand still, and times
 * them: from when an epoch begins, or a step has been reported, to when the next one is. What comes between epochs (dev
 * scores, checkpoint) is done but not timed, unless the trainer reports all epochs as one task: then all is timed.
 */
final class SteppedProgress implements Progress {

    private final Semaphore allowed = new Semaphore(0);
    private final Semaphore standing = new Semaphore(0);
    private long left;
    private long begun;
    private volatile long nanos;
    private volatile long examples;

    /**
     * Lets the trainer make {@code steps} steps more and waits until it has, and stands before the next.
     *
     * @return seconds of these steps
     */
    double steps(int steps) throws InterruptedException {
        nanos = 0;
        examples = 0;
        allowed.release(steps);
        standing.acquire();
        return nanos / 1e9;
    }

    /** Of the last {@link #steps}. */
    long examples() {
        return examples;
    }

    /** Waits until the trainer stands before its first step. */
    void awaitStart() throws InterruptedException {
        standing.acquire();
    }

    /** Wakes whoever waits, because the trainer will come no more. */
    void trainerEnded() {
        standing.release();
    }

    /** Ends the trainer where it stands: its next wait for a worker finds it interrupted. */
    void stop(Thread trainer) {
        trainer.interrupt();
        allowed.release();
        try {
            trainer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void begin(String task, long total, String unit) {
        left = total;
        await();
    }

    @Override
    public void advance(long units) {
        nanos = nanos + (System.nanoTime() - begun);
        examples = examples + units;
        left -= units;
        if (left > 0) {
            await();
        }
    }

    private void await() {
        if (!allowed.tryAcquire()) {
            standing.release();
            allowed.acquireUninterruptibly();
        }
        begun = System.nanoTime();
    }

    @Override
    public void say(String line) {}

    @Override
    public void end() {}
}

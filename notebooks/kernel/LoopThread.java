package org.rapaio.jupyter.kernel.channels;

/**
 * Stands in for the class of the same name in rapaio-jupyter-kernel 3.0.1, whose {@code start} sets {@code running} after the
 * thread was started: a thread that looks at it first ends at once, and the kernel never answers (4 of 12 starts on two busy
 * cores). Here it is set before. The pause covers a second fault: requests are read before the table of their handlers is there.
 */
public final class LoopThread extends Thread {

    private static final long MILLIS_UNTIL_HANDLERS_ARE_THERE = 500;

    private final long pauseMillis;
    private final Runnable body;
    private volatile boolean running = true;

    public LoopThread(String name, long pauseMillis, Runnable body) {
        super(name);
        this.pauseMillis = pauseMillis;
        this.body = body;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(MILLIS_UNTIL_HANDLERS_ARE_THERE);
            while (running) {
                body.run();
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    public void shutdown() {
        running = false;
    }
}

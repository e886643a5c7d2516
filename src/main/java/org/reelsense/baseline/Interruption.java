package org.reelsense.baseline;

/** Asked between steps of long work. */
final class Interruption {

    private Interruption() {}

    /** @throws InterruptedException if the calling thread was interrupted */
    static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}

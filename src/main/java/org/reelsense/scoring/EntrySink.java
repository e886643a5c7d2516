package org.reelsense.scoring;

/** Takes the entries of all inputs, in order; may make their reader wait. */
@FunctionalInterface
public interface EntrySink {
    void accept(Entry entry) throws InterruptedException;
}

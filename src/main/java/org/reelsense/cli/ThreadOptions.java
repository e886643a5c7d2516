package org.reelsense.cli;

import picocli.CommandLine.Option;

/** {@code --threads}, for commands that can use more than one. */
final class ThreadOptions {

    private static final int MOST = 256;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to work with, 1 to 256 (default: the processors at hand). They change no result,"
                    + " but that of `embed train --mode fast`; `forecast` gains nothing from more than 2.")
    private int threads = Math.min(MOST, Runtime.getRuntime().availableProcessors());

    /**
     * How many threads to use.
     *
     * @throws IllegalArgumentException if the option is out of range
     */
    int count() {
        if (threads < 1 || threads > MOST) {
            throw new IllegalArgumentException(
                    "--threads is " + threads + ": give 1 to " + MOST + ", or leave it out to use all processors");
        }
        return threads;
    }
}

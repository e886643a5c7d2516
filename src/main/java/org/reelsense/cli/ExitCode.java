package org.reelsense.cli;

/** What the process ends with; a contract. */
final class ExitCode {

    static final int OK = 0;

    /** Some inputs could not be scored, training diverged, or a bug was met. */
    static final int FAILED = 1;

    static final int USAGE = 2;

    /** Data or a model is missing, damaged or unreachable. */
    static final int DATA = 3;

    /** As a shell reports a process that SIGINT ended. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}

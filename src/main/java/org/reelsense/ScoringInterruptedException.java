package org.reelsense;

/** The calling thread was interrupted before or while it waited for a prediction. Its interrupt flag is set again. */
public final class ScoringInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScoringInterruptedException(InterruptedException cause) {
        super("interrupted while waiting for a prediction", cause);
    }
}

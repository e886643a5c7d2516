package org.reelsense.embedding;

import java.util.Locale;

/** Whose code trains the vectors. */
public enum Engine {
    /** Our own, {@link NegativeSamplingEngine}: all threads, either architecture. */
    REELSENSE,
    /** {@link Word2VecEngine}: DL4J-NLP's Word2Vec, one thread, skip-gram only; kept to compare with. */
    DL4J;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.reelsense.embedding;

import java.util.Locale;

/** What several threads may do to the result. */
public enum Execution {
    /** The same bits for the same seed, whatever the number of threads. */
    DETERMINISTIC,
    /**
     * Threads write the shared vectors without waiting for each other (Hogwild, Niu et al. 2011): with two threads or more
     * each run gives other vectors, of the same quality.
     */
    FAST;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

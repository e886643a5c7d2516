package org.reelsense.embedding;

import java.util.Locale;

/** What predicts what (Mikolov et al. 2013). */
public enum Architecture {
    /** Each word of the window predicts the word in the middle on its own. */
    SKIP_GRAM,
    /** Continuous bag of words: the mean of the window's words predicts the word in the middle. */
    CBOW;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.reelsense;

/** What a review thinks of its film. */
public enum Sentiment {
    NEGATIVE,
    POSITIVE
}

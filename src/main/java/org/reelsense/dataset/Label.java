package org.reelsense.dataset;

/** What a reviewer thought of the film. The ordinal is the number that networks are trained on: 0 or 1. */
public enum Label {
    NEGATIVE,
    POSITIVE
}

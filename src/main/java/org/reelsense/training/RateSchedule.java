package org.reelsense.training;

import java.util.Locale;

/** How the learning rate goes over time. */
public enum RateSchedule {
    /** Up along a line, then down along one to zero (Howard and Ruder 2018). */
    SLANTED_TRIANGLE,
    /** As high as it may be all the time. */
    CONSTANT;

    /** The name in records. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

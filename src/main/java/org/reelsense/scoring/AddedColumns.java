package org.reelsense.scoring;

import java.util.Collection;

/** Names of what is added to a record. If the record has one of that name already, ours gets a prefix. */
final class AddedColumns {

    static final String LABEL = "label";
    static final String PROBABILITY = "probability";
    static final String EXPLANATION = "explanation";
    static final String BASELINE = "baseline";
    static final String REST = "rest";

    private static final String PREFIX = "reelsense_";

    private AddedColumns() {}

    /** The name beside those. */
    static String beside(Collection<String> taken, String name) {
        String free = name;
        while (taken.contains(free)) {
            free = PREFIX + free;
        }
        return free;
    }
}

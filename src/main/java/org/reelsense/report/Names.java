package org.reelsense.report;

import java.util.List;

/** Several names in a sentence. */
final class Names {

    private static final int MOST = 5;

    private Names() {}

    static String of(List<Contender> contenders) {
        return joined(contenders.stream().map(Contender::shown).toList());
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}; of many the first five and how many more there are. */
    static String joined(List<String> names) {
        if (names.size() > MOST) {
            return String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}

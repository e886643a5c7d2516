package org.reelsense.scoring;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.reelsense.Contribution;
import org.reelsense.Explanation;

/** An explanation in a word or two: the tokens that weigh most. */
public final class TopTokens {

    private static final int MOST = 10;

    private TopTokens() {}

    /** "great:+1.25 dull:-0.40", the weightiest first. */
    public static String of(Explanation explanation) {
        return explanation.contributions().stream()
                .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())))
                .limit(MOST)
                .map(c -> String.format(Locale.ROOT, "%s:%+.2f", c.token(), c.value()))
                .collect(Collectors.joining(" "));
    }
}

package org.reelsense.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The colours that Lets-Plot is given. None of them is ever seen: {@link Redrawing} turns each into a class of the page's
 * style, so that a chart is light or dark with its page.
 */
enum Paint {
    C0,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    C8,
    GRID,
    RULE,
    INK;

    private static final int FIRST = 0x010101;

    static Paint series(int colour) {
        return values()[colour];
    }

    /** Of a CSS colour, {@code #rrggbb} or {@code rgb(r,g,b)}; empty if it is none of these. */
    static Optional<Paint> of(String css) {
        return Arrays.stream(values())
                .filter(paint -> Stream.of(paint.hex(), paint.rgb()).anyMatch(css::equals))
                .findFirst();
    }

    String hex() {
        return String.format(Locale.ROOT, "#%06x", code());
    }

    private String rgb() {
        return "rgb(" + (code() >> 16) + "," + (code() >> 8 & 0xff) + "," + (code() & 0xff) + ")";
    }

    private int code() {
        return FIRST + ordinal();
    }

    /** Class of the page's style. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reelsense.report.Drawing.Panel;

/** Puts words beside their dots, to the right, to the left, above or below, as long as nothing lies there. */
final class WordLabels {

    /** Of the page's 13-pixel letters: a wide one, so that real ones never touch. */
    private static final double LETTER = 7.4;

    private static final double ABOVE = 11;
    private static final double BELOW = 4;
    private static final double GAP = 7;
    private static final double DOT = 5;

    private record Box(double left, double top, double right, double bottom) {

        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean liesIn(Box other) {
            return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
        }
    }

    private final Box ground;
    private final List<Box> taken = new ArrayList<>();

    WordLabels(Panel panel) {
        ground = new Box(panel.left(), panel.top(), panel.left() + panel.width(), panel.top() + panel.height());
    }

    /** A dot is there. */
    void keepFree(double x, double y) {
        taken.add(new Box(x - DOT, y - DOT, x + DOT, y + DOT));
    }

    /** The word beside the dot at that place; empty if there is no room. */
    Optional<Markup> put(String word, double x, double y) {
        double width = LETTER * word.codePointCount(0, word.length());
        double line = y + BELOW;
        if (take(x + GAP, line, width)) {
            return Optional.of(Svg.label("start", x + GAP, line, word));
        }
        if (take(x - GAP - width, line, width)) {
            return Optional.of(Svg.label("end", x - GAP, line, word));
        }
        for (double middle : new double[] {y - GAP - BELOW, y + GAP + ABOVE}) {
            if (take(x - width / 2, middle, width)) {
                return Optional.of(Svg.label("middle", x, middle, word));
            }
        }
        return Optional.empty();
    }

    private boolean take(double left, double line, double width) {
        Box box = new Box(left, line - ABOVE, left + width, line + BELOW);
        boolean free = box.liesIn(ground) && taken.stream().noneMatch(box::touches);
        if (free) {
            taken.add(box);
        }
        return free;
    }
}

package org.reelsense.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.reelsense.Contribution;
import org.reelsense.Explanation;
import org.reelsense.Prediction;
import org.reelsense.scoring.Labels;
import org.reelsense.scoring.ResultWriter;
import org.reelsense.scoring.Review;

/**
 * Explanations for people at a terminal: the text itself, what speaks for positive on green, what speaks against it on red
 * and underlined, the stronger the darker. Letters are black there, so that they can be read on a dark screen and a
 * light one.
 */
final class HighlightWriter implements ResultWriter {

    /** Of the 256 colours that terminals have, from pale to strong; none of them is redefined by themes. */
    private static final int[] GREENS = {194, 157, 120, 83};

    private static final int[] REDS = {224, 217, 210, 203};

    /** Below this share of the largest contribution a word is left as it is. */
    private static final double FAINTEST = 0.1;

    /** A text in which nothing weighs much is not to look as if something did. */
    private static final double LEAST_SCALE = 0.25;

    private static final String BLACK_ON = "\033[38;5;16;48;5;";
    private static final String UNDERLINED = ";4";
    private static final String PLAIN = "\033[0m";

    private final Labels labels;

    HighlightWriter(Labels labels) {
        this.labels = labels;
    }

    @Override
    public void header(List<String> columns, OutputStream out) {
        // People see which column is which.
    }

    @Override
    public void write(Review review, Prediction prediction, OutputStream out) throws IOException {
        StringBuilder shown = new StringBuilder();
        shown.append(Aligned.printable(review.place().toString()))
                .append("  ")
                .append(labels.of(prediction))
                .append(String.format(Locale.ROOT, "  %.4f%n", prediction.probability()));
        List<Contribution> contributions =
                prediction.explanation().map(Explanation::contributions).orElse(List.of());
        append(review.text(), contributions, shown);
        out.write(shown.append("\n\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(String text, List<Contribution> contributions, StringBuilder shown) {
        double largest = contributions.stream()
                .mapToDouble(contribution -> Math.abs(contribution.value()))
                .max()
                .orElse(0);
        double scale = Math.max(largest, LEAST_SCALE);
        int done = 0;
        for (Contribution contribution : contributions) {
            int begin = Math.max(done, contribution.begin());
            int end = Math.min(contribution.end(), text.length());
            if (begin >= end || Math.abs(contribution.value()) < FAINTEST * scale) {
                continue;
            }
            shown.append(Aligned.printable(text.substring(done, begin)))
                    .append(colour(contribution.value() / scale))
                    .append(Aligned.printable(text.substring(begin, end)))
                    .append(PLAIN);
            done = end;
        }
        shown.append(Aligned.printable(text.substring(done)));
    }

    /** @param strength -1 to 1 */
    private static String colour(double strength) {
        int[] colours = strength > 0 ? GREENS : REDS;
        int level = Math.min(colours.length - 1, (int) (Math.abs(strength) * colours.length));
        return BLACK_ON + colours[level] + (strength > 0 ? "" : UNDERLINED) + "m";
    }
}

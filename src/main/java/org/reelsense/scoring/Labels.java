package org.reelsense.scoring;

import java.util.Locale;
import org.reelsense.Prediction;

/**
 * What predictions are called: positive, negative or undecided.
 *
 * @param confidence the least probability of the sentiment named; {@value Prediction#THRESHOLD} always decides
 */
public record Labels(double confidence) {

    /** @throws IllegalArgumentException if the confidence is outside 0.5 to 1 */
    public Labels {
        if (!(confidence >= Prediction.THRESHOLD && confidence <= 1)) {
            throw new IllegalArgumentException("--undecided is " + confidence + ": give " + Prediction.THRESHOLD
                    + " to 1, the least probability of a decision");
        }
    }

    /** The label. */
    public String of(Prediction prediction) {
        return prediction
                .decided(confidence)
                .map(sentiment -> sentiment.name().toLowerCase(Locale.ROOT))
                .orElse("undecided");
    }

    /** The probability of positive, as results show it. */
    public static String probability(Prediction prediction) {
        return String.format(Locale.ROOT, "%.6f", prediction.probability());
    }
}

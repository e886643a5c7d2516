package org.reelsense.baseline;

import java.util.Arrays;
import org.reelsense.text.TokenizedTexts;

/**
 * Says of every text what most training texts are.
 *
 * @param logit log odds of "positive" among the training texts, half a text added to either class, so that a class
 *     without a text is no division by zero (Haldane 1956)
 */
public record Majority(float logit) implements Yardstick {

    private static final double CORRECTION = 0.5;

    /** Counts the classes. */
    public static Majority train(LabelledTexts train) {
        int positives = train.positives();
        int negatives = train.size() - positives;
        return new Majority((float) (Math.log(positives + CORRECTION) - Math.log(negatives + CORRECTION)));
    }

    @Override
    public float[] logits(TokenizedTexts texts, int[] documents) {
        float[] logits = new float[documents.length];
        Arrays.fill(logits, logit);
        return logits;
    }

    @Override
    public long parameters() {
        return 1;
    }
}

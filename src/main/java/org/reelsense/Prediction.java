package org.reelsense;

/**
 * What the classifier says about a text.
 *
 * @param sentiment positive from a probability of {@value #THRESHOLD} on
 * @param probability that the text is positive, 0 to 1
 */
public record Prediction(Sentiment sentiment, double probability) {

    /** The least probability called positive. */
    public static final double THRESHOLD = 0.5;

    /** @throws IllegalArgumentException if the probability is outside 0 to 1 or the sentiment does not follow from it */
    public Prediction {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "probability: received " + probability + ", allowed 0 to 1; give that of positive");
        }
        if (sentiment != sentimentOf(probability)) {
            throw new IllegalArgumentException(
                    "sentiment: received %s with a probability of %s, allowed %s; use ofProbability"
                            .formatted(sentiment, probability, sentimentOf(probability)));
        }
    }

    /** The prediction of a probability that the text is positive. */
    public static Prediction ofProbability(double probability) {
        return new Prediction(sentimentOf(probability), probability);
    }

    private static Sentiment sentimentOf(double probability) {
        return probability >= THRESHOLD ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
    }
}

package org.reelsense;

import java.util.Optional;

/**
 * What the classifier says about a text.
 *
 * @param sentiment positive from a probability of {@value #THRESHOLD} on
 * @param probability that the text is positive, 0 to 1
 * @param explanation why, if {@link SentimentClassifier#explain} was asked
 */
public record Prediction(Sentiment sentiment, double probability, Optional<Explanation> explanation) {

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
        return new Prediction(sentimentOf(probability), probability, Optional.empty());
    }

    /** The same with an explanation. */
    Prediction explainedBy(Explanation why) {
        return new Prediction(sentiment, probability, Optional.of(why));
    }

    /**
     * The sentiment if it is probable enough, else nothing: the text is undecided.
     *
     * @param confidence the least probability of the sentiment named, {@value #THRESHOLD} (always decided) to 1
     * @throws IllegalArgumentException if the confidence is outside that
     */
    public Optional<Sentiment> decided(double confidence) {
        if (!(confidence >= THRESHOLD && confidence <= 1)) {
            throw new IllegalArgumentException("confidence: received " + confidence + ", allowed " + THRESHOLD
                    + " to 1; give the least probability of a decision");
        }
        double own = sentiment == Sentiment.POSITIVE ? probability : 1 - probability;
        return own >= confidence ? Optional.of(sentiment) : Optional.empty();
    }

    private static Sentiment sentimentOf(double probability) {
        return probability >= THRESHOLD ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
    }
}

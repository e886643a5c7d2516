package org.reelsense.experiment;

import java.util.List;

/**
 * A test review that a model got wrong and was sure of. Holds the review's text, so it is kept in a run folder's
 * {@code mistakes.json} and never in {@code results.json}.
 *
 * @param model its name
 * @param review id, such as {@code test/pos/0_10}
 * @param stars 1 to 10 as the reviewer gave them; 0 if not known
 * @param positive what the review is
 * @param probability of "positive", as the model sees it
 * @param text of the review as it was written
 * @param shares of its words in the logit, by integrated gradients; empty if the model gives none
 */
public record Mistake(
        String model,
        long seed,
        String review,
        int stars,
        boolean positive,
        double probability,
        String text,
        List<Share> shares) {

    public Mistake {
        shares = List.copyOf(shares);
    }

    /**
     * What a word speaks for.
     *
     * @param begin of the word in the text, in UTF-16 units
     * @param end after the word's last
     * @param value its part of the logit: above 0 for positive
     */
    public record Share(int begin, int end, double value) {}
}

package org.reelsense.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.reelsense.experiment.Mistake;

/**
 * A review that models got wrong.
 *
 * @param verdicts what each of them said, the most confident first; one at least
 */
record Misread(List<Mistake> verdicts) {

    /** In any order. */
    static Misread of(List<Mistake> verdicts) {
        return new Misread(verdicts.stream()
                .sorted(Comparator.comparingDouble(verdict -> -confidence(verdict)))
                .toList());
    }

    /** How sure a model was of the wrong class, 0.5 to 1. */
    static double confidence(Mistake mistake) {
        return mistake.positive() ? 1 - mistake.probability() : mistake.probability();
    }

    /** The most confident verdict. */
    Mistake first() {
        return verdicts.get(0);
    }

    Optional<Mistake> of(String model) {
        return verdicts.stream()
                .filter(verdict -> Plain.of(verdict.model()).equals(model))
                .findFirst();
    }

    /** What it is, and what it was taken for. */
    String headline() {
        Mistake review = first();
        return Plain.of(review.review()) + (review.stars() == 0 ? "" : ", " + Figures.count(review.stars(), "star"))
                + ": " + sentiment(review.positive()) + ", taken for " + sentiment(!review.positive());
    }

    static String sentiment(boolean positive) {
        return positive ? "positive" : "negative";
    }
}

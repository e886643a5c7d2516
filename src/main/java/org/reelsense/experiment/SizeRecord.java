package org.reelsense.experiment;

/**
 * A model trained on a part of the labelled reviews, to see what more of them bring. Word vectors are those of the whole
 * run: they need no label.
 *
 * @param name as in {@link RunRecord.Model}
 * @param trainReviews how many it learned from, half of them positive
 * @param epochs made; the best on dev was kept
 * @param testAccuracyLow 95 % Wilson interval
 */
public record SizeRecord(
        String name,
        long seed,
        int trainReviews,
        int epochs,
        double trainSeconds,
        double devAccuracy,
        double testAccuracy,
        double testAccuracyLow,
        double testAccuracyHigh) {

    /** The same under another name. */
    SizeRecord named(String other) {
        return new SizeRecord(
                other,
                seed,
                trainReviews,
                epochs,
                trainSeconds,
                devAccuracy,
                testAccuracy,
                testAccuracyLow,
                testAccuracyHigh);
    }

    static SizeRecord of(RunRecord.Model model, int trainReviews) {
        return new SizeRecord(
                model.name(),
                model.seed(),
                trainReviews,
                model.epochs(),
                model.trainSeconds(),
                model.devAccuracy(),
                model.testAccuracy(),
                model.testAccuracyLow(),
                model.testAccuracyHigh());
    }
}

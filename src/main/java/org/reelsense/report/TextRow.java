package org.reelsense.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;

/**
 * What a terminal shows of a model over its seeds, or of one seed of it. Times and rates that were not measured are NaN.
 *
 * @param kind as in {@link Model}
 * @param seed the seed, or the number of seeds
 * @param reviewsPerSecond scored; over several seeds, all reviews by all seconds
 */
record TextRow(
        String kind,
        String name,
        long seed,
        Spread testAccuracy,
        double testAccuracyLow,
        double testAccuracyHigh,
        double devAccuracy,
        double trainSeconds,
        double reviewsPerSecond,
        long parameters) {

    /** Over seeds if the record has summaries. In its order, but for kinds, which stand together as their first rows do. */
    static List<TextRow> of(RunRecord record) {
        List<TextRow> rows = record.summaries() == null
                ? record.models().stream().map(TextRow::of).toList()
                : Contender.all(record).stream().map(TextRow::of).toList();
        List<String> kinds = rows.stream().map(TextRow::kind).distinct().toList();
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> kinds.indexOf(row.kind())))
                .toList();
    }

    private static TextRow of(Model model) {
        return new TextRow(
                Objects.requireNonNullElse(model.kind(), Model.NETWORK),
                Plain.of(model.name()),
                model.seed(),
                new Spread(model.testAccuracy(), Double.NaN),
                model.testAccuracyLow(),
                model.testAccuracyHigh(),
                model.devAccuracy(),
                measured(model.trainSeconds()),
                measured(model.scoreReviewsPerSecond()),
                model.parameters());
    }

    private static TextRow of(Contender contender) {
        ModelSummary figures = contender.figures();
        double secondsAReview = contender.models().stream()
                .mapToDouble(model -> 1 / measured(model.scoreReviewsPerSecond()))
                .average()
                .orElse(Double.NaN);
        return new TextRow(
                contender.kind(),
                contender.shown(),
                figures.seeds().size(),
                contender.testAccuracy(),
                figures.testAccuracyLow(),
                figures.testAccuracyHigh(),
                figures.devAccuracy(),
                measured(figures.trainSeconds()),
                1 / secondsAReview,
                contender.models().get(0).parameters());
    }

    private static double measured(double amount) {
        return amount > 0 ? amount : Double.NaN;
    }

    boolean isNetwork() {
        return kind.equals(Model.NETWORK);
    }
}

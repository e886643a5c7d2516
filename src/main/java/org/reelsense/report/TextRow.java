package org.reelsense.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;

/**
 * What a terminal shows of a model over its seeds, or of one seed of it. Times and rates that were not measured are NaN.
 *
 * @param kind as in {@link Model}
 * @param seed the seed, or the number of seeds
 * @param testAccuracySd standard deviation between the seeds; null if there is none
 * @param reviewsPerSecond scored; over several seeds, all reviews by all seconds
 */
record TextRow(
        String kind,
        String name,
        long seed,
        double testAccuracy,
        @Nullable Double testAccuracySd,
        double testAccuracyLow,
        double testAccuracyHigh,
        double devAccuracy,
        double trainSeconds,
        double reviewsPerSecond,
        long parameters) {

    /** In the record's order. */
    static List<TextRow> of(RunRecord record) {
        List<ModelSummary> summaries = record.summaries();
        return summaries == null
                ? record.models().stream().map(TextRow::of).toList()
                : summaries.stream()
                        .map(summary -> of(summary, trainings(summary, record.models())))
                        .toList();
    }

    private static List<Model> trainings(ModelSummary summary, List<Model> models) {
        return models.stream()
                .filter(model -> Objects.equals(model.name(), summary.name()))
                .toList();
    }

    private static TextRow of(Model model) {
        return new TextRow(
                kind(model),
                Plain.of(model.name()),
                model.seed(),
                model.testAccuracy(),
                null,
                model.testAccuracyLow(),
                model.testAccuracyHigh(),
                model.devAccuracy(),
                measured(model.trainSeconds()),
                measured(model.scoreReviewsPerSecond()),
                model.parameters());
    }

    private static TextRow of(ModelSummary summary, List<Model> trainings) {
        double secondsAReview = trainings.stream()
                .mapToDouble(model -> 1 / measured(model.scoreReviewsPerSecond()))
                .average()
                .orElse(Double.NaN);
        return new TextRow(
                trainings.stream().map(TextRow::kind).findFirst().orElse(Model.NETWORK),
                Plain.of(summary.name()),
                summary.seeds().size(),
                summary.testAccuracy(),
                summary.testAccuracySd(),
                summary.testAccuracyLow(),
                summary.testAccuracyHigh(),
                summary.devAccuracy(),
                measured(summary.trainSeconds()),
                1 / secondsAReview,
                trainings.stream().mapToLong(Model::parameters).max().orElse(0));
    }

    private static String kind(Model model) {
        return Objects.requireNonNullElse(model.kind(), Model.NETWORK);
    }

    private static double measured(double amount) {
        return amount > 0 ? amount : Double.NaN;
    }

    boolean isNetwork() {
        return kind.equals(Model.NETWORK);
    }
}

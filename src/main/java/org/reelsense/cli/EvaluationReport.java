package org.reelsense.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.ConfusionMatrix;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.experiment.ModelEvaluation;
import org.reelsense.model.Provenance;
import org.reelsense.model.SentimentModel;

/**
 * The scores of a model, with all that made them: no number without its origin.
 *
 * @param data its name and which part of it
 * @param dataSha256 of the archive, the folder's reviews or the file
 * @param seed of the model's training
 * @param commit of the program that trained it
 * @param leftOut rows that could not be used
 * @param accuracyLow 95 % Wilson interval
 * @param auc absent if all reviews are of one class
 * @param calibrationError expected calibration error, 15 bins
 * @param reviewsPerSecond from ids to probabilities
 */
record EvaluationReport(
        String model,
        String data,
        String dataSha256,
        String tokenizer,
        long seed,
        String commit,
        long reviews,
        int leftOut,
        double accuracy,
        double accuracyLow,
        double accuracyHigh,
        ConfusionMatrix confusion,
        double precision,
        double recall,
        double f1,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double auc,

        double logLoss,
        double brier,
        double calibrationError,
        double reviewsPerSecond) {

    static EvaluationReport of(String name, SentimentModel model, LabelledReviews data, ModelEvaluation evaluation) {
        Evaluation scores = evaluation.scores();
        Provenance provenance = model.provenance();
        return new EvaluationReport(
                name,
                data.name(),
                data.sha256(),
                model.tokenizer(),
                provenance.seed(),
                provenance.commit(),
                scores.n(),
                data.failures().size(),
                scores.accuracy(),
                scores.accuracyInterval().low(),
                scores.accuracyInterval().high(),
                scores.confusion(),
                scores.precision(),
                scores.recall(),
                scores.f1(),
                scores.auc().isPresent() ? scores.auc().getAsDouble() : null,
                scores.logLoss(),
                scores.brier(),
                scores.calibrationError(),
                evaluation.reviewsPerSecond());
    }

    /** The scores, the confusion matrix, and below them what they are scores of. */
    String text() {
        return Aligned.fields(scores()) + "\n" + Aligned.table(matrix()) + "\n" + Aligned.fields(signature());
    }

    private Map<String, String> scores() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "accuracy",
                "%s %% [%s, %s] (95 %% Wilson interval)"
                        .formatted(percent(accuracy), percent(accuracyLow), percent(accuracyHigh)));
        fields.put("precision", score(precision));
        fields.put("recall", score(recall));
        fields.put("F1", score(f1));
        fields.put("AUC", auc == null ? "- (all reviews are of one class)" : score(auc));
        fields.put("log loss", score(logLoss) + " nats");
        fields.put("Brier score", score(brier));
        fields.put("calibration error", score(calibrationError) + " (expected, 15 bins)");
        fields.put("speed", String.format(Locale.ROOT, "%,.0f reviews/s", reviewsPerSecond));
        return fields;
    }

    private List<List<String>> matrix() {
        return List.of(
                List.of("", "called positive", "called negative"),
                List.of("positive", count(confusion.truePositives()), count(confusion.falseNegatives())),
                List.of("negative", count(confusion.falsePositives()), count(confusion.trueNegatives())));
    }

    private Map<String, String> signature() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("model", model);
        fields.put("data", data);
        fields.put("data SHA-256", dataSha256);
        fields.put("reviews", count(reviews) + (leftOut == 0 ? "" : " (and " + count(leftOut) + " left out)"));
        fields.put("tokenizer", tokenizer);
        fields.put("seed", Long.toString(seed));
        fields.put("commit", commit);
        return fields;
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.4f", score);
    }
}

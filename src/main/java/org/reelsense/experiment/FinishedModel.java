package org.reelsense.experiment;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.evaluation.Temperature;
import org.reelsense.model.EmbeddingPrecision;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.Weights;
import org.reelsense.progress.Progress;
import org.reelsense.training.EncodedReviews;
import org.reelsense.training.TrainedModel;

/**
 * A trained model made ready to be handed out: first rounded to the precision of its file, then calibrated on dev. From
 * here on every score is one of the file. Checkpoints hold what was before, so that training can go on.
 *
 * @param weights the file's: rounded, and with the temperature in the linear layer
 * @param temperature the logits were divided by
 * @param uncalibrated the scores on dev of the rounded weights
 * @param dev the scores on dev with the temperature
 * @param devProbabilities [dev reviews], with the temperature
 */
record FinishedModel(
        TrainedModel trained,
        Weights weights,
        EmbeddingPrecision precision,
        Temperature temperature,
        Evaluation uncalibrated,
        Evaluation dev,
        float[] devProbabilities) {

    static FinishedModel of(
            TrainedModel trained, EmbeddingPrecision precision, EncodedReviews dev, int threads, Progress progress)
            throws InterruptedException {
        Weights rounded = SentimentModel.rounded(trained.weights(), precision);
        float[] logits = ScoredReviews.of(rounded, dev.documents(), threads, "calibrating on dev", progress)
                .logits();
        Temperature temperature = Temperature.fit(logits, dev.positive());
        float[] calibrated = BatchScorer.probabilities(temperature.divide(logits));
        FinishedModel finished = new FinishedModel(
                trained,
                rounded.withLogitsDividedBy(temperature.value()),
                precision,
                temperature,
                Evaluation.of(BatchScorer.probabilities(logits), dev.positive()),
                Evaluation.of(calibrated, dev.positive()),
                calibrated);
        progress.say(finished.sentence());
        return finished;
    }

    private String sentence() {
        return String.format(
                Locale.ROOT,
                "calibrated on dev: temperature %.3f%s, loss %.4f before and %.4f after",
                temperature.value(),
                temperature.isAtLimit() ? " (the limit: dev is too small or too easy to say more)" : "",
                uncalibrated.logLoss(),
                dev.logLoss());
    }

    RunRecord.Calibration calibration(Evaluation test) {
        return new RunRecord.Calibration(
                temperature.value(),
                uncalibrated.logLoss(),
                dev.logLoss(),
                uncalibrated.calibrationError(),
                dev.calibrationError(),
                test.calibrationError());
    }

    /** For the model's provenance. */
    Map<String, Double> devScores() {
        Map<String, Double> scores = new HashMap<>();
        scores.put("devAccuracy", dev.accuracy());
        scores.put("devLogLoss", dev.logLoss());
        scores.put("devLogLossUncalibrated", uncalibrated.logLoss());
        scores.put("devCalibrationError", dev.calibrationError());
        scores.put("devCalibrationErrorUncalibrated", uncalibrated.calibrationError());
        scores.put("temperature", temperature.value());
        return scores;
    }
}

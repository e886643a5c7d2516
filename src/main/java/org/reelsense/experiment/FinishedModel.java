package org.reelsense.experiment;

import java.util.HashMap;
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
 */
record FinishedModel(
        TrainedModel trained,
        Weights weights,
        EmbeddingPrecision precision,
        Temperature temperature,
        Evaluation uncalibrated,
        Evaluation dev) {

    static FinishedModel of(
            TrainedModel trained, EmbeddingPrecision precision, EncodedReviews dev, int threads, Progress progress)
            throws InterruptedException {
        Weights rounded = SentimentModel.rounded(trained.weights(), precision);
        float[] logits = ScoredReviews.of(rounded, dev.documents(), threads, "calibrating on dev", progress)
                .logits();
        Temperature temperature = Temperature.fit(logits, dev.positive());
        return new FinishedModel(
                trained,
                rounded.withLogitsDividedBy(temperature.value()),
                precision,
                temperature,
                evaluation(logits, dev),
                evaluation(temperature.divide(logits), dev));
    }

    private static Evaluation evaluation(float[] logits, EncodedReviews dev) {
        return Evaluation.of(BatchScorer.probabilities(logits), dev.positive());
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

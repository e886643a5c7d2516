package org.reelsense.experiment;

import java.util.Map;
import org.reelsense.evaluation.ConfusionMatrix;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.evaluation.Interval;
import org.reelsense.network.NetworkSpec;
import org.reelsense.training.EncodedReviews;
import org.reelsense.training.EpochRecord;
import org.reelsense.training.TrainedModel;

/**
 * A finished model with its probabilities for the test reviews.
 *
 * @param scoreSeconds from ids to probabilities, all test reviews
 */
record ScoredModel(
        ModelKind.Network kind,
        long seed,
        FinishedModel finished,
        float[] probabilities,
        double scoreSeconds,
        long peakMemoryBytes,
        EncodedReviews test) {

    Evaluation evaluation() {
        return Evaluation.of(probabilities, test.positive());
    }

    TrainedModel trained() {
        return finished.trained();
    }

    /** For the model's provenance. */
    Map<String, Double> scores() {
        Evaluation test = evaluation();
        Interval interval = test.accuracyInterval();
        Map<String, Double> scores = finished.devScores();
        scores.put("testAccuracy", test.accuracy());
        scores.put("testAccuracyLow", interval.low());
        scores.put("testAccuracyHigh", interval.high());
        scores.put("testLogLoss", test.logLoss());
        scores.put("testCalibrationError", test.calibrationError());
        return scores;
    }

    String file() {
        return RunFolder.modelName(kind.id(), seed);
    }

    RunRecord.Model record() {
        Evaluation scores = evaluation();
        Interval interval = scores.accuracyInterval();
        TrainedModel trained = trained();
        NetworkSpec network = trained.weights().spec();
        int epochs = trained.history().size();
        return new RunRecord.Model(
                kind.id(),
                kind.cell().id(),
                kind.bidirectional(),
                network.hiddenSize(),
                network.parameters(),
                seed,
                epochs,
                trained.best().epoch(),
                trained.seconds(),
                trained.seconds() / epochs,
                trained.reviewsPerSecond(),
                test.size() / scoreSeconds,
                peakMemoryBytes,
                finished.dev().accuracy(),
                scores.accuracy(),
                interval.low(),
                interval.high(),
                scores.precision(),
                scores.recall(),
                scores.f1(),
                scores.logLoss(),
                scores.auc().isPresent() ? scores.auc().getAsDouble() : null,
                confusion(scores.confusion()),
                file(),
                trained.history().stream().map(ScoredModel::epoch).toList(),
                finished.precision().id(),
                calibration(scores),
                RunRecord.Model.NETWORK,
                null);
    }

    private RunRecord.Calibration calibration(Evaluation test) {
        return new RunRecord.Calibration(
                finished.temperature().value(),
                finished.uncalibrated().logLoss(),
                finished.dev().logLoss(),
                finished.uncalibrated().calibrationError(),
                finished.dev().calibrationError(),
                test.calibrationError());
    }

    private static RunRecord.Confusion confusion(ConfusionMatrix matrix) {
        return new RunRecord.Confusion(
                matrix.truePositives(), matrix.falsePositives(), matrix.trueNegatives(), matrix.falseNegatives());
    }

    private static RunRecord.Epoch epoch(EpochRecord epoch) {
        return new RunRecord.Epoch(
                epoch.epoch(), epoch.seconds(), epoch.trainLoss(), epoch.devAccuracy(), epoch.devLoss());
    }
}

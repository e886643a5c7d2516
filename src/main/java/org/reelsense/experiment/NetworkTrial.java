package org.reelsense.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.evaluation.Interval;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.NetworkSpec;
import org.reelsense.training.EpochRecord;
import org.reelsense.training.TrainedModel;

/** Trains a network, makes its file, and scores it once on test. */
record NetworkTrial(RunContext run, ModelKind.Network kind, Trial trial) {

    ScoredTrial result() throws IOException, InterruptedException {
        ExperimentSpec spec = run.spec();
        Preparation data = run.data().learningFrom(trial.reviews());
        TrainedModel trained = ModelTraining.train(
                kind, trial.seed(), spec, data, run.folder().checkpoint(trial.name()), run.progress());
        FinishedModel finished =
                FinishedModel.of(trained, spec.precision(), data.dev(), spec.threads(), run.progress());
        ScoredReviews test = ScoredReviews.of(
                finished.weights(), data.test().documents(), spec.threads(), "scoring test", run.progress());
        float[] probabilities = test.probabilities();
        Evaluation scores = Evaluation.of(probabilities, data.test().positive());
        if (trial.isWhole()) {
            ModelTraining.model(finished, trial.seed(), scores(finished, scores), spec, data, run.started())
                    .write(run.folder().path().resolve(RunFolder.modelName(trial.name())));
        }
        float[] uncalibrated = BatchScorer.probabilities(finished.temperature().multiply(test.logits()));
        ModelParts parts = new ModelParts(
                identity(trained.weights().spec()),
                cost(trained, data.test().size() / test.seconds()),
                new ModelParts.Worth(
                        finished.dev(),
                        scores,
                        finished.calibration(scores),
                        run.analysis().of(probabilities, uncalibrated)));
        return new ScoredTrial(parts.record(), finished.devProbabilities(), probabilities);
    }

    private ModelParts.Identity identity(NetworkSpec network) {
        return new ModelParts.Identity(
                kind.id(),
                trial.seed(),
                RunRecord.Model.NETWORK,
                kind.cell().id(),
                kind.bidirectional(),
                network.hiddenSize(),
                network.parameters(),
                trial.isWhole() ? RunFolder.modelName(trial.name()) : null,
                run.spec().precision().id());
    }

    private static ModelParts.Cost cost(TrainedModel trained, double scoreReviewsPerSecond) {
        List<RunRecord.Epoch> history =
                trained.history().stream().map(NetworkTrial::epoch).toList();
        return new ModelParts.Cost(
                history,
                trained.best().epoch(),
                trained.seconds(),
                trained.reviewsPerSecond(),
                scoreReviewsPerSecond,
                Host.peakMemoryBytes());
    }

    private static RunRecord.Epoch epoch(EpochRecord epoch) {
        return new RunRecord.Epoch(
                epoch.epoch(), epoch.seconds(), epoch.trainLoss(), epoch.devAccuracy(), epoch.devLoss());
    }

    /** For the model's provenance. */
    private static Map<String, Double> scores(FinishedModel finished, Evaluation test) {
        Interval interval = test.accuracyInterval();
        Map<String, Double> scores = finished.devScores();
        scores.put("testAccuracy", test.accuracy());
        scores.put("testAccuracyLow", interval.low());
        scores.put("testAccuracyHigh", interval.high());
        scores.put("testLogLoss", test.logLoss());
        scores.put("testCalibrationError", test.calibrationError());
        return scores;
    }
}

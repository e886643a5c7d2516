package org.reelsense.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.ConfusionMatrix;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.evaluation.Interval;

/** The parts of a model's record: what it is, what it cost, what it is worth. */
record ModelParts(Identity identity, Cost cost, Worth worth) {

    /** See {@link RunRecord.Model}. */
    record Identity(
            String name,
            long seed,
            String kind,
            @Nullable String cell,
            boolean bidirectional,
            int hidden,
            long parameters,
            @Nullable String file,
            @Nullable String embeddings) {}

    /**
     * See {@link RunRecord.Model}.
     *
     * @param seconds of training
     * @param reviewsPerSecond in training
     */
    record Cost(
            List<RunRecord.Epoch> history,
            int bestEpoch,
            double seconds,
            double reviewsPerSecond,
            double scoreReviewsPerSecond,
            long peakMemoryBytes) {

        static final Cost NONE = new Cost(List.of(), 0, 0, 0, 0, 0);

        /** Of what has no epochs. */
        static Cost of(double seconds, int reviews, double scoreReviewsPerSecond) {
            return new Cost(List.of(), 0, seconds, reviews / seconds, scoreReviewsPerSecond, Host.peakMemoryBytes());
        }
    }

    /** Scores on dev and test, of the calibrated probabilities. */
    record Worth(
            Evaluation dev,
            Evaluation test,
            RunRecord.@Nullable Calibration calibration,
            @Nullable Diagnostics diagnostics) {}

    RunRecord.Model record() {
        Evaluation test = worth.test();
        Interval interval = test.accuracyInterval();
        int epochs = cost.history().size();
        return new RunRecord.Model(
                identity.name(),
                identity.cell(),
                identity.bidirectional(),
                identity.hidden(),
                identity.parameters(),
                identity.seed(),
                epochs,
                cost.bestEpoch(),
                cost.seconds(),
                epochs == 0 ? 0 : cost.seconds() / epochs,
                cost.reviewsPerSecond(),
                cost.scoreReviewsPerSecond(),
                cost.peakMemoryBytes(),
                worth.dev().accuracy(),
                test.accuracy(),
                interval.low(),
                interval.high(),
                test.precision(),
                test.recall(),
                test.f1(),
                test.logLoss(),
                test.auc().isPresent() ? test.auc().getAsDouble() : null,
                confusion(test.confusion()),
                identity.file(),
                cost.history(),
                identity.embeddings(),
                worth.calibration(),
                identity.kind(),
                worth.diagnostics());
    }

    private static RunRecord.Confusion confusion(ConfusionMatrix matrix) {
        return new RunRecord.Confusion(
                matrix.truePositives(), matrix.falsePositives(), matrix.trueNegatives(), matrix.falseNegatives());
    }
}

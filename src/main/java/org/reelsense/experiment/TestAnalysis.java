package org.reelsense.experiment;

import java.util.List;
import java.util.Optional;
import org.reelsense.evaluation.CalibrationBin;
import org.reelsense.evaluation.CalibrationCurve;
import org.reelsense.evaluation.Curve;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.evaluation.PrecisionRecallCurve;
import org.reelsense.evaluation.RocCurve;

/** Looks at where models are right on test, the same way for all of them. */
final class TestAnalysis {

    /** Of a curve; thinning stops earlier where a chart could not show more. */
    private static final int MOST_POINTS = 200;

    /** Of a curve's numbers and a bin's: finer than a chart can show. */
    private static final double UNITS = 1e5;

    private final List<ReviewTraits> traits;
    private final boolean[] positive;

    private TestAnalysis(List<ReviewTraits> traits, boolean[] positive) {
        this.traits = traits;
        this.positive = positive;
    }

    static TestAnalysis of(Preparation data) {
        return new TestAnalysis(ReviewTraits.of(data.texts()), data.test().positive());
    }

    /**
     * Of one model.
     *
     * @param probabilities as the model gives them
     * @param uncalibrated the same without the temperature
     */
    Diagnostics of(float[] probabilities, float[] uncalibrated) {
        Optional<PrecisionRecallCurve> precisionRecall = PrecisionRecallCurve.of(probabilities, positive, MOST_POINTS);
        return new Diagnostics(
                Slices.of(traits, Evaluation.correct(probabilities, positive)),
                bins(uncalibrated),
                bins(probabilities),
                Evaluation.of(uncalibrated, positive).calibrationError(),
                Evaluation.of(probabilities, positive).calibrationError(),
                RocCurve.of(probabilities, positive, MOST_POINTS)
                        .map(TestAnalysis::rounded)
                        .orElse(null),
                precisionRecall.map(curve -> rounded(curve.curve())).orElse(null),
                precisionRecall.map(PrecisionRecallCurve::averagePrecision).orElse(null));
    }

    private List<CalibrationBin> bins(float[] probabilities) {
        return CalibrationCurve.of(probabilities, positive).stream()
                .map(bin -> new CalibrationBin(
                        rounded(bin.low()),
                        rounded(bin.high()),
                        bin.reviews(),
                        rounded(bin.meanProbability()),
                        rounded(bin.positiveShare())))
                .toList();
    }

    private static Curve rounded(Curve curve) {
        return new Curve(rounded(curve.x()), rounded(curve.y()));
    }

    private static List<Double> rounded(List<Double> values) {
        return values.stream().map(TestAnalysis::rounded).toList();
    }

    private static double rounded(double value) {
        return Math.round(value * UNITS) / UNITS;
    }
}

package org.reelsense.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.CalibrationBin;
import org.reelsense.evaluation.Curve;

/**
 * Where a model is right on test and how far its probabilities can be trusted; made after the one scoring of test, from
 * the same probabilities.
 *
 * @param slices test reviews by length, stars, negation and rarity of words
 * @param calibrationBefore of the probabilities without the temperature; bins without reviews are left out
 * @param calibration of the probabilities as the model gives them
 * @param calibrationErrorBefore expected calibration error on test without the temperature
 * @param calibrationError the same with it
 * @param roc false positive rate and true positive rate; absent if test holds one class only
 * @param precisionRecall recall and precision; absent likewise
 * @param averagePrecision absent likewise
 */
public record Diagnostics(
        List<Slice> slices,
        List<CalibrationBin> calibrationBefore,
        List<CalibrationBin> calibration,
        double calibrationErrorBefore,
        double calibrationError,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Curve roc,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Curve precisionRecall,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double averagePrecision) {

    public Diagnostics {
        slices = List.copyOf(slices);
        calibrationBefore = List.copyOf(calibrationBefore);
        calibration = List.copyOf(calibration);
    }

    /**
     * Test reviews that have something in common.
     *
     * @param by what they are sorted by: {@code length}, {@code stars}, {@code negation} or {@code rarity}
     * @param label of this part, such as {@code 100-199}; parts stand in their order
     * @param reviews how many, at least one
     * @param correct how many of them the model got right
     */
    public record Slice(String by, String label, long reviews, long correct) {}
}

package org.reelsense.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two models over all the seeds that both have, on the same test reviews.
 *
 * @param accuracyDifference a minus b, mean over the seeds
 * @param accuracyDifferenceLow 95 % interval, by paired bootstrap over test reviews and seeds
 * @param bootstrapP two-sided, of no difference, from the same bootstrap
 * @param significantSeeds at how many seeds McNemar's test is below 0.05
 * @param trainTimeRatio seconds of a over seconds of b, geometric mean over the seeds; absent if one is no network,
 *     or not all were trained on one machine
 * @param trainTimeRatioLow the smallest of any seed
 * @param trainTimeRatioHigh the largest of any seed
 */
public record PairSummary(
        String a,
        String b,
        List<Long> seeds,
        double accuracyDifference,
        double accuracyDifferenceLow,
        double accuracyDifferenceHigh,
        double bootstrapP,
        int significantSeeds,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double trainTimeRatio,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double trainTimeRatioLow,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double trainTimeRatioHigh) {

    public PairSummary {
        seeds = List.copyOf(seeds);
    }
}

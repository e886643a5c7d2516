package org.reelsense.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model over all its seeds.
 *
 * @param name as in {@link RunRecord.Model}
 * @param testAccuracy mean over the seeds
 * @param testAccuracySd standard deviation between the seeds (n - 1); absent with one seed
 * @param testAccuracyLow 95 % interval of the mean, by bootstrap over test reviews and seeds
 * @param devAccuracy mean over the seeds
 * @param testLogLoss mean over the seeds
 * @param trainSeconds mean over the seeds; 0 for an average, which is not trained
 * @param trainSecondsSd absent with one seed
 */
public record ModelSummary(
        String name,
        List<Long> seeds,
        double testAccuracy,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double testAccuracySd,

        double testAccuracyLow,
        double testAccuracyHigh,
        double devAccuracy,
        double testLogLoss,
        double trainSeconds,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double trainSecondsSd) {

    public ModelSummary {
        seeds = List.copyOf(seeds);
    }
}

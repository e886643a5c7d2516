package org.reelsense.bench.scoring;

import java.util.Arrays;
import java.util.List;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;

/** Joins the rows of each review and applies the linear layer, for engines that know rows only. */
final class ReviewFeatures {

    private final NetworkSpec spec;
    private final float[] maximum;
    private final double[] sum;

    ReviewFeatures(NetworkSpec spec, int reviews) {
        this.spec = spec;
        maximum = new float[reviews * spec.featureSize()];
        Arrays.fill(maximum, Float.NEGATIVE_INFINITY);
        sum = new double[maximum.length];
    }

    /** Takes a batch in. A review's rows may come from batches of several threads, so one at a time. */
    synchronized void add(RowBatch batch, PooledRows pooled) {
        int width = spec.hiddenSize();
        for (int direction = 0; direction < spec.directions(); direction++) {
            for (int row = 0; row < batch.size(); row++) {
                int to = batch.rows().get(row).review() * spec.featureSize() + direction * width;
                int from = pooled.offset(direction, row);
                for (int j = 0; j < width; j++) {
                    maximum[to + j] = Math.max(maximum[to + j], pooled.maximum().get(from + j));
                    sum[to + j] += pooled.sum().get(from + j);
                }
            }
        }
    }

    /** [reviews]; the mean is over all tokens of a review. */
    float[] logits(Weights weights, List<int[]> documents) {
        ParameterLayout layout = ParameterLayout.of(spec);
        int weight = layout.outputWeight().offset();
        int features = spec.featureSize();
        float[] logits = new float[documents.size()];
        for (int review = 0; review < logits.length; review++) {
            double logit = weights.dense()[layout.outputBias().offset()];
            for (int j = 0; j < features; j++) {
                int from = review * features + j;
                double mean = sum[from] / documents.get(review).length;
                logit += weights.dense()[weight + j] * maximum[from] + weights.dense()[weight + features + j] * mean;
            }
            logits[review] = (float) logit;
        }
        return logits;
    }
}

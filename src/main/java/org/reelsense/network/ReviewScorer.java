package org.reelsense.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The state one worker needs to score and nothing more, in the {@link Arithmetic} that its weights are ready for. Belongs
 * to the thread that made it. Results do not depend on what it computed before.
 */
public final class ReviewScorer implements AutoCloseable {

    private final OneDnn oneDnn = new OneDnn();
    private final List<? extends ScoringKernel> kernels;
    private final ReviewEncoder encoder;
    private final OutputLayer output;
    private final float[] dense;
    private boolean closed;

    /** Opens a worker on weights. */
    public ReviewScorer(ScoringWeights weights) {
        NetworkSpec spec = weights.weights().spec();
        dense = weights.weights().dense();
        output = OutputLayer.of(spec);
        kernels = IntStream.range(0, spec.directions())
                .mapToObj(direction -> kernel(weights, direction))
                .toList();
        encoder = new ReviewEncoder(
                spec,
                kernels,
                weights.arithmetic() == Arithmetic.FLOAT ? PiecePasses.MOST_ROWS : PiecePasses.MOST_ROWS_FUSED);
    }

    private ScoringKernel kernel(ScoringWeights weights, int direction) {
        if (weights.arithmetic() != Arithmetic.FLOAT) {
            return new ReducedKernel(oneDnn, weights, direction);
        }
        FusedKernel fused = new FusedKernel(oneDnn, weights.weights(), direction);
        return new FloatKernel(oneDnn, fused, weights.weights(), weights.inputTable(), direction);
    }

    /**
     * The logit of "positive" for each review. Memory does not grow with the length of a review, but for its ids.
     *
     * @param documents token ids in [0, V), none empty
     * @throws IllegalStateException if closed
     */
    public float[] logits(List<int[]> documents) {
        if (closed) {
            throw new IllegalStateException("the scorer is closed; open another on the same weights");
        }
        RowMatrix pooled = encoder.encode(documents);
        float[] logits = new float[documents.size()];
        for (int d = 0; d < logits.length; d++) {
            logits[d] = (float) output.value(dense, pooled, d);
        }
        return logits;
    }

    @Override
    public void close() {
        closed = true;
        kernels.forEach(ScoringKernel::close);
        oneDnn.close();
    }
}

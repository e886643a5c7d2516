package org.reelsense.network;

import java.util.Arrays;

/**
 * The way of a group of reviews from embedding rows to logits [documents], and back: a forward pass that keeps what the
 * backward pass needs. For scoring there is {@link ReviewEncoder}, which keeps nothing. Tokens lie as the kernels read them,
 * [T*B, E], so that they come and go in one piece.
 *
 * <p>Each step leaves its result here for the next one; all of them are overwritten by the next group.
 */
final class GroupPass {

    private final int embeddingSize;
    private final BidirectionalEncoder encoder;
    private final OutputLayer output;
    private final Pooling pooling;
    private final RowMatrix tokens;
    private final RowMatrix tokenGradients;
    private final RowMatrix pooledGradients;
    private final DropoutMasks masks;

    GroupPass(NetworkSpec spec, BidirectionalEncoder encoder, OutputLayer output) {
        embeddingSize = spec.embeddingSize();
        this.encoder = encoder;
        this.output = output;
        pooling = new Pooling(spec.directions(), spec.hiddenSize());
        tokens = new RowMatrix(embeddingSize);
        tokenGradients = new RowMatrix(embeddingSize);
        pooledGradients = new RowMatrix(spec.pooledSize());
        masks = new DropoutMasks(embeddingSize);
    }

    /** Takes up the rows of the reviews' tokens from {@code embedding} [V, E]. */
    void gatherEmbeddings(ReviewGroup group, float[] embedding, Dropout dropout) {
        tokens.ensureRows(group.shape().rows());
        float[] values = tokens.values();
        group.forEachToken((d, position, row) -> System.arraycopy(
                embedding, group.id(d, position) * embeddingSize, values, tokens.offset(row), embeddingSize));
        for (int t = 0; t < group.shape().time(); t++) {
            int padding = tokens.offset(group.shape().row(t, group.running(t)));
            Arrays.fill(values, padding, tokens.offset(group.shape().row(t + 1, 0)), 0);
        }
        masks.draw(group, dropout);
        masks.apply(values);
    }

    /** Multiplies each review's rows by a number. */
    void scaleEmbeddings(ReviewGroup group, float... scales) {
        group.forEachToken((d, position, row) -> {
            for (int i = tokens.offset(row); i < tokens.offset(row + 1); i++) {
                tokens.values()[i] *= scales[d];
            }
        });
    }

    /** Moves each review's rows by a vector of that norm along their gradient, where the loss grows fastest. */
    void perturbEmbeddings(ReviewGroup group, float norm) {
        float[] gradient = tokenGradients.values();
        double[] squares = new double[group.documents().size()];
        group.forEachToken((d, position, row) ->
                squares[d] += squares(gradient, tokenGradients.offset(row), tokenGradients.offset(row + 1)));
        group.forEachToken((d, position, row) -> {
            float scale = squares[d] > 0 ? (float) (norm / Math.sqrt(squares[d])) : 0;
            addScaled(scale, gradient, tokens.values(), tokens.offset(row), tokens.offset(row + 1));
        });
    }

    private static double squares(float[] values, int begin, int end) {
        double sum = 0;
        for (int i = begin; i < end; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    private static void addScaled(float scale, float[] from, float[] to, int begin, int end) {
        for (int i = begin; i < end; i++) {
            to[i] += scale * from[i];
        }
    }

    /** From the rows to logits; leaves the features pooled, with dropout applied. */
    double[] forward(ReviewGroup group, float[] dense, Dropout onPooled) {
        encoder.forward(group, tokens);
        for (int direction = 0; direction < encoder.kernels().size(); direction++) {
            pooling.forward(group, direction, encoder.kernels().get(direction).output());
        }
        RowMatrix pooled = pooling.pooled();
        double[] logits = new double[group.documents().size()];
        for (int d = 0; d < logits.length; d++) {
            onPooled.apply(pooled.values(), pooled.offset(d), pooled.width(), group.numbers()[d]);
            logits[d] = output.value(dense, pooled, d);
        }
        return logits;
    }

    /** Adds the gradients of the linear layer, through the last forward pass. */
    void addOutputGradients(float[] logitGradients, float[] gradients) {
        for (int d = 0; d < logitGradients.length; d++) {
            output.addWeightGradients(logitGradients[d], pooling.pooled(), d, gradients);
        }
    }

    /** From the gradients of the logits to those of the rows, through the last forward pass. */
    void backward(ReviewGroup group, float[] logitGradients, float[] dense, Dropout onPooled) {
        pooledGradients.ensureRows(logitGradients.length);
        for (int d = 0; d < logitGradients.length; d++) {
            int at = pooledGradients.offset(d);
            Arrays.fill(pooledGradients.values(), at, at + pooledGradients.width(), 0);
            output.backward(logitGradients[d], dense, pooledGradients, d);
            onPooled.apply(pooledGradients.values(), at, pooledGradients.width(), group.numbers()[d]);
        }
        for (int direction = 0; direction < encoder.kernels().size(); direction++) {
            NativeFloats gradients = encoder.kernels().get(direction).outputGradient();
            pooling.backward(group, direction, pooledGradients, gradients);
        }
        encoder.backward(group, tokenGradients);
    }

    /** [N, E], the rows' gradients of the last {@link #backward}, review by review. */
    float[] tokenGradients(ReviewGroup group) {
        int tokensInAll = group.documents().stream().mapToInt(ids -> ids.length).sum();
        float[] gradients = new float[tokensInAll * embeddingSize];
        group.forEachToken((d, position, row) -> System.arraycopy(
                tokenGradients.values(),
                tokenGradients.offset(row),
                gradients,
                group.place(d, position) * embeddingSize,
                embeddingSize));
        return gradients;
    }

    /** Adds the rows' gradients, through the dropout that {@link #gatherEmbeddings} applied, to those of the embedding. */
    void scatterEmbeddingGradients(ReviewGroup group, SparseRows gradients) {
        masks.apply(tokenGradients.values());
        group.forEachToken((d, position, row) ->
                gradients.add(group.id(d, position), tokenGradients.values(), tokenGradients.offset(row)));
    }
}

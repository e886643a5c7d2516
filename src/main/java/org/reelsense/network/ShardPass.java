package org.reelsense.network;

/**
 * The way of a shard of reviews from embedding rows [N, E] to logits [documents], and back: a forward pass that keeps what
 * the backward pass needs. For scoring there is {@link ReviewEncoder}, which keeps nothing.
 *
 * <p>Each step leaves its result here for the next one; all of them are overwritten by the next shard.
 */
final class ShardPass {

    private final int embeddingSize;
    private final BidirectionalEncoder encoder;
    private final OutputLayer output;
    private final Pooling pooling;
    private final RowMatrix tokens;
    private final RowMatrix tokenGradients;
    private final RowMatrix features;
    private final RowMatrix featureGradients;
    private final RowMatrix pooledGradients;
    private final float[] row;

    ShardPass(NetworkSpec spec, BidirectionalEncoder encoder, OutputLayer output) {
        embeddingSize = spec.embeddingSize();
        this.encoder = encoder;
        this.output = output;
        pooling = new Pooling(spec.featureSize());
        tokens = new RowMatrix(embeddingSize);
        tokenGradients = new RowMatrix(embeddingSize);
        features = new RowMatrix(spec.featureSize());
        featureGradients = new RowMatrix(spec.featureSize());
        pooledGradients = new RowMatrix(spec.pooledSize());
        row = new float[embeddingSize];
    }

    /** [N, E], of the last {@link #backward}. */
    RowMatrix tokenGradients() {
        return tokenGradients;
    }

    /** Takes up the rows of the reviews' tokens from {@code embedding} [V, E]. */
    void gatherEmbeddings(ReviewGroup group, float[] embedding, Dropout dropout) {
        tokens.ensureRows(group.pieces().tokens());
        float[] values = tokens.values();
        int to = 0;
        for (int d = 0; d < group.documents().size(); d++) {
            int[] document = group.documents().get(d);
            for (int position = 0; position < document.length; position++, to += embeddingSize) {
                System.arraycopy(embedding, document[position] * embeddingSize, values, to, embeddingSize);
                dropout.apply(values, to, embeddingSize, group.place(d, position));
            }
        }
    }

    /** Multiplies each review's rows by a number. */
    void scaleEmbeddings(Pieces pieces, float... scales) {
        for (int d = 0; d < scales.length; d++) {
            int end = tokens.offset(pieces.firstToken()[d + 1]);
            for (int i = tokens.offset(pieces.firstToken()[d]); i < end; i++) {
                tokens.values()[i] *= scales[d];
            }
        }
    }

    /** Moves each review's rows by a vector of that norm along their gradient, where the loss grows fastest. */
    void perturbEmbeddings(Pieces pieces, float norm) {
        float[] values = tokens.values();
        float[] gradient = tokenGradients.values();
        for (int d = 0; d < pieces.documents(); d++) {
            int begin = tokens.offset(pieces.firstToken()[d]);
            int end = tokens.offset(pieces.firstToken()[d + 1]);
            double squares = 0;
            for (int i = begin; i < end; i++) {
                squares += (double) gradient[i] * gradient[i];
            }
            float scale = squares > 0 ? (float) (norm / Math.sqrt(squares)) : 0;
            for (int i = begin; i < end; i++) {
                values[i] += scale * gradient[i];
            }
        }
    }

    /** From the rows to logits; leaves the features pooled, with dropout applied. */
    double[] forward(ReviewGroup group, float[] dense, Dropout onPooled) {
        Pieces pieces = group.pieces();
        features.ensureRows(pieces.tokens());
        encoder.forward(pieces, tokens, features);
        pooling.forward(pieces, features);
        RowMatrix pooled = pooling.pooled();
        double[] logits = new double[pieces.documents()];
        for (int d = 0; d < logits.length; d++) {
            onPooled.apply(pooled.values(), pooled.offset(d), pooled.width(), group.numbers()[d]);
            logits[d] = output.logit(dense, pooled, d);
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
        Pieces pieces = group.pieces();
        pooledGradients.ensureRows(logitGradients.length);
        for (int d = 0; d < logitGradients.length; d++) {
            output.backward(logitGradients[d], dense, pooledGradients, d);
            onPooled.apply(
                    pooledGradients.values(), pooledGradients.offset(d), pooledGradients.width(), group.numbers()[d]);
        }
        featureGradients.ensureRows(pieces.tokens());
        pooling.backward(pieces, pooledGradients, featureGradients);
        tokenGradients.ensureRows(pieces.tokens());
        encoder.backward(pieces, featureGradients, tokenGradients);
    }

    /** Adds the rows' gradients to those of the embedding. */
    void scatterEmbeddingGradients(ReviewGroup group, Dropout dropout, SparseRows gradients) {
        int from = 0;
        for (int d = 0; d < group.documents().size(); d++) {
            int[] document = group.documents().get(d);
            for (int position = 0; position < document.length; position++, from += embeddingSize) {
                System.arraycopy(tokenGradients.values(), from, row, 0, embeddingSize);
                dropout.apply(row, 0, embeddingSize, group.place(d, position));
                gradients.add(document[position], row, 0);
            }
        }
    }
}

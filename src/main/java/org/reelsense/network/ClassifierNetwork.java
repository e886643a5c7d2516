package org.reelsense.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The state one worker needs to run a classifier: native buffers, compiled primitives, scratch rows. Forward: embedding
 * rows [N, E], recurrent layer [N, D*H], max and mean pooling [documents, 2*D*H], one linear layer, logit. Backward: the
 * same way back, adding to {@link Gradients}.
 *
 * <p>Belongs to the thread that made it. Results do not depend on what it computed before.
 */
public final class ClassifierNetwork implements AutoCloseable {

    private static final long POOLED_STREAM = 0x6C62272E07BB0142L;
    private static final long PERTURBED_STREAM = 0x2545F4914F6CDD1DL;

    private final NetworkSpec spec;
    private final OneDnn oneDnn = new OneDnn();
    private final boolean training;
    private final BidirectionalEncoder encoder;
    private final ReviewEncoder reviewEncoder;
    private final Pooling pooling;
    private final OutputLayer output;
    private final RowMatrix tokens;
    private final RowMatrix tokenGradients;
    private final RowMatrix features;
    private final RowMatrix featureGradients;
    private final RowMatrix pooledGradients;
    private Weights weights;
    private boolean closed;

    /** Opens a worker on weights; {@code training} asks for the backward pass too. */
    public ClassifierNetwork(Weights weights, boolean training) {
        this.weights = weights;
        this.training = training;
        spec = weights.spec();
        encoder = new BidirectionalEncoder(oneDnn, spec, training);
        reviewEncoder = new ReviewEncoder(spec, encoder.kernels());
        output = new OutputLayer(spec);
        pooling = new Pooling(spec.featureSize());
        tokens = new RowMatrix(spec.embeddingSize());
        tokenGradients = new RowMatrix(spec.embeddingSize());
        features = new RowMatrix(spec.featureSize());
        featureGradients = new RowMatrix(spec.featureSize());
        pooledGradients = new RowMatrix(spec.pooledSize());
        encoder.load(weights.dense());
    }

    /** Takes up weights anew; needed after their arrays were changed. */
    public void load(Weights changed) {
        if (!changed.spec().equals(spec)) {
            throw new IllegalArgumentException("weights: are of another network, " + changed.spec());
        }
        weights = changed;
        encoder.load(changed.dense());
    }

    /**
     * The logit of "positive" for each review. Memory does not grow with the length of a review, but for its ids.
     *
     * @param documents token ids in [0, V), none empty
     * @throws IllegalStateException if closed
     */
    public float[] logits(List<int[]> documents) {
        double[] exact = exactLogits(documents);
        float[] logits = new float[exact.length];
        for (int d = 0; d < logits.length; d++) {
            logits[d] = (float) exact[d];
        }
        return logits;
    }

    /** {@link #logits} before they are rounded. */
    double[] exactLogits(List<int[]> documents) {
        requireOpen();
        RowMatrix pooled = reviewEncoder.encode(documents, weights.embedding());
        return IntStream.range(0, documents.size())
                .mapToDouble(d -> output.logit(weights.dense(), pooled, d))
                .toArray();
    }

    /** Logits of reviews with each one's embeddings multiplied by a number. */
    double[] scaledLogits(List<int[]> documents, float... scales) {
        requireTraining("scaledLogits");
        Pieces pieces = Pieces.cut(documents, spec.pieceLength());
        gatherEmbeddings(documents, Dropout.NONE);
        for (int d = 0; d < scales.length; d++) {
            int end = tokens.offset(pieces.firstToken()[d + 1]);
            for (int i = tokens.offset(pieces.firstToken()[d]); i < end; i++) {
                tokens.values()[i] *= scales[d];
            }
        }
        return encode(pieces, Dropout.NONE);
    }

    /**
     * Goes back through the last {@link #scaledLogits} of the same reviews.
     *
     * @param logitGradients [documents]
     * @return [N, E], of the scaled embeddings; overwritten by the next call
     */
    RowMatrix tokenGradients(List<int[]> documents, float[] logitGradients) {
        requireTraining("tokenGradients");
        backward(Pieces.cut(documents, spec.pieceLength()), logitGradients, Dropout.NONE);
        return tokenGradients;
    }

    /** The product of a word's embedding and a row [E]. */
    double dotEmbedding(int id, RowMatrix rows, int row) {
        int width = spec.embeddingSize();
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += (double) weights.embedding()[id * width + j] * rows.values()[rows.offset(row) + j];
        }
        return sum;
    }

    /**
     * Adds the gradient of the summed binary cross entropy, divided by {@code lossScale}, to {@code gradients}.
     *
     * @param documents token ids in [0, V), none empty
     * @param positive [documents]
     * @param lossScale reviews of the whole batch, so that the shards of a batch add up to the mean
     * @param seed of this shard's dropout masks
     * @return the summed clean loss, not scaled
     * @throws IllegalStateException if the worker was opened without training
     */
    public double train(
            List<int[]> documents,
            boolean[] positive,
            float lossScale,
            Regularisation regularisation,
            long seed,
            Gradients gradients) {
        requireTraining("train");
        Pieces pieces = Pieces.cut(documents, spec.pieceLength());
        boolean adversarial = regularisation.adversarialNorm() > 0;
        float scale = adversarial ? 2 * lossScale : lossScale;
        Dropout onTokens = new Dropout(regularisation.embeddingDropout(), seed);
        Dropout onPooled = new Dropout(regularisation.pooledDropout(), seed ^ POOLED_STREAM);
        encoder.clearWeightGradients();
        gatherEmbeddings(documents, onTokens);
        double loss = pass(pieces, positive, scale, onPooled, gradients);
        scatterEmbeddingGradients(documents, onTokens, gradients.embedding());
        if (adversarial) {
            perturb(pieces, regularisation.adversarialNorm());
            pass(pieces, positive, scale, new Dropout(onPooled.rate(), onPooled.seed() ^ PERTURBED_STREAM), gradients);
            scatterEmbeddingGradients(documents, onTokens, gradients.embedding());
        }
        encoder.addWeightGradients(gradients.dense());
        return loss;
    }

    /** Forward and backward from {@link #tokens} to {@link #tokenGradients}; returns the summed loss. */
    private double pass(Pieces pieces, boolean[] positive, float scale, Dropout onPooled, Gradients gradients) {
        double[] logits = encode(pieces, onPooled);
        double loss = 0;
        float[] logitGradients = new float[logits.length];
        for (int d = 0; d < logits.length; d++) {
            double z = positive[d] ? logits[d] : -logits[d];
            loss += softplus(-z);
            double error = 1 / (1 + Math.exp(z));
            logitGradients[d] = (float) (positive[d] ? -error : error) / scale;
        }
        for (int d = 0; d < logits.length; d++) {
            output.addWeightGradients(logitGradients[d], pooling.pooled(), d, gradients.dense());
        }
        backward(pieces, logitGradients, onPooled);
        return loss;
    }

    /** From the gradients of the logits to {@link #tokenGradients}, through the last forward pass. */
    private void backward(Pieces pieces, float[] logitGradients, Dropout onPooled) {
        pooledGradients.ensureRows(logitGradients.length);
        for (int d = 0; d < logitGradients.length; d++) {
            output.backward(logitGradients[d], weights.dense(), pooledGradients, d);
            onPooled.apply(pooledGradients.values(), pooledGradients.offset(d), pooledGradients.width(), d);
        }
        featureGradients.ensureRows(pieces.tokens());
        pooling.backward(pieces, pooledGradients, featureGradients);
        tokenGradients.ensureRows(pieces.tokens());
        encoder.backward(pieces, featureGradients, tokenGradients);
    }

    /** log(1 + exp(x)) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private void gatherEmbeddings(List<int[]> documents, Dropout dropout) {
        int count = documents.stream().mapToInt(document -> document.length).sum();
        tokens.ensureRows(count);
        int width = spec.embeddingSize();
        float[] values = tokens.values();
        int token = 0;
        for (int[] document : documents) {
            for (int id : document) {
                System.arraycopy(weights.embedding(), id * width, values, token * width, width);
                dropout.apply(values, token * width, width, token);
                token++;
            }
        }
    }

    private void scatterEmbeddingGradients(List<int[]> documents, Dropout dropout, SparseRows gradients) {
        int width = spec.embeddingSize();
        float[] row = new float[width];
        int token = 0;
        for (int[] document : documents) {
            for (int id : document) {
                System.arraycopy(tokenGradients.values(), token * width, row, 0, width);
                dropout.apply(row, 0, width, token);
                gradients.add(id, row, 0);
                token++;
            }
        }
    }

    /** Moves each review's embeddings by a vector of that norm along their gradient, where the loss grows fastest. */
    private void perturb(Pieces pieces, float norm) {
        int width = spec.embeddingSize();
        float[] values = tokens.values();
        float[] gradient = tokenGradients.values();
        for (int d = 0; d < pieces.documents(); d++) {
            int begin = pieces.firstToken()[d] * width;
            int end = pieces.firstToken()[d + 1] * width;
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

    /** From {@link #tokens} to logits; leaves the features pooled, with dropout applied. */
    private double[] encode(Pieces pieces, Dropout onPooled) {
        features.ensureRows(pieces.tokens());
        encoder.forward(pieces, tokens, features);
        pooling.forward(pieces, features);
        RowMatrix pooled = pooling.pooled();
        double[] logits = new double[pieces.documents()];
        for (int d = 0; d < logits.length; d++) {
            onPooled.apply(pooled.values(), pooled.offset(d), pooled.width(), d);
            logits[d] = output.logit(weights.dense(), pooled, d);
        }
        return logits;
    }

    /** oneDNN's version, for records of runs. */
    public static String engineVersion() {
        return "oneDNN " + OneDnn.version();
    }

    private void requireTraining(String what) {
        requireOpen();
        if (!training) {
            throw new IllegalStateException(what + ": the network was opened for logits only; open it for training");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the network is closed; open another on the same weights");
        }
    }

    @Override
    public void close() {
        closed = true;
        encoder.close();
        oneDnn.close();
    }
}

package org.reelsense.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The state one worker needs to run a classifier: native buffers, compiled primitives, scratch rows. Forward: embedding
 * rows [N, E], recurrent layer [N, D*H], max and mean pooling [documents, 2*D*H], one linear layer, logit. Backward: the
 * same way back, adding to {@link Gradients}.
 *
 * <p>Belongs to the thread that made it. Results do not depend on what it computed before.
 */
public final class ClassifierNetwork implements AutoCloseable {

    /** Tokens in all steps that are explained together: at about 8 kB each, 64 MB. */
    private static final int MOST_TOKENS_EXPLAINED = 8_192;

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
        requireOpen();
        RowMatrix pooled = reviewEncoder.encode(documents, weights.embedding());
        float[] logits = new float[documents.size()];
        for (int d = 0; d < logits.length; d++) {
            logits[d] = output.logit(weights.dense(), pooled, d);
        }
        return logits;
    }

    /**
     * What each token adds to the logit of a review, by integrated gradients (Sundararajan et al. 2017) along the straight
     * line from zero embeddings, in the middle of each of {@code steps} steps. The steps are reviews of their own and go
     * through the network together, as many at a time as memory allows.
     *
     * @param document token ids in [0, V), not empty
     * @throws IllegalStateException if closed or opened without training
     */
    public Attribution attribute(int[] document, int steps) {
        requireTraining("attribute");
        double[] shares = new double[document.length];
        int together = Math.max(1, Math.min(steps, MOST_TOKENS_EXPLAINED / document.length));
        for (int first = 0; first < steps; first += together) {
            float[] scales = new float[Math.min(together, steps - first)];
            for (int i = 0; i < scales.length; i++) {
                scales[i] = (first + i + 0.5f) / steps;
            }
            addShares(document, scales, steps, shares);
        }
        float[] ends = scaledLogits(Collections.nCopies(2, document), 0, 1);
        return new Attribution(ends[1], ends[0], shares);
    }

    /** Adds to each token the product of embedding and gradient at each scale, divided by the steps. */
    private void addShares(int[] document, float[] scales, int steps, double[] shares) {
        List<int[]> copies = Collections.nCopies(scales.length, document);
        scaledLogits(copies, scales);
        float[] ones = new float[scales.length];
        Arrays.fill(ones, 1);
        backward(Pieces.cut(copies, spec.pieceLength()), ones, Dropout.NONE);
        int width = spec.embeddingSize();
        for (int copy = 0; copy < scales.length; copy++) {
            for (int i = 0; i < document.length; i++) {
                int from = tokenGradients.offset(copy * document.length + i);
                double sum = 0;
                for (int j = 0; j < width; j++) {
                    sum += (double) weights.embedding()[document[i] * width + j] * tokenGradients.values()[from + j];
                }
                shares[i] += sum / steps;
            }
        }
    }

    /** Logits of reviews with each one's embeddings multiplied by a number. */
    private float[] scaledLogits(List<int[]> documents, float... scales) {
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
        float[] logits = encode(pieces, onPooled);
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
    private float[] encode(Pieces pieces, Dropout onPooled) {
        features.ensureRows(pieces.tokens());
        encoder.forward(pieces, tokens, features);
        pooling.forward(pieces, features);
        RowMatrix pooled = pooling.pooled();
        float[] logits = new float[pieces.documents()];
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

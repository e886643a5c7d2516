package org.reelsense.network;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The state one worker needs to run a classifier: native buffers, compiled primitives, scratch rows. Forward: embedding
 * rows [N, E], recurrent layer [N, D*H], max and mean pooling [documents, 2*D*H], one linear layer, logit. Backward: the
 * same way back, adding to {@link Gradients}. To score goes through {@link ReviewEncoder}, to train and to explain
 * through {@link GroupPass}.
 *
 * <p>Belongs to the thread that made it. Results do not depend on what it computed before.
 */
public final class ClassifierNetwork implements TrainableNetwork {

    private static final long POOLED_STREAM = 0x6C62272E07BB0142L;
    private static final long PERTURBED_STREAM = 0x2545F4914F6CDD1DL;

    private final NetworkSpec spec;
    private final OneDnn oneDnn = new OneDnn();
    private final boolean training;
    private final BidirectionalEncoder encoder;
    private final Function<Parameters, InputTable> tables;
    private final List<FloatKernel> scoringKernels;
    private final ReviewEncoder reviewEncoder;
    private final OutputLayer output;
    private final GroupPass groupPass;
    private Weights weights;
    private boolean closed;

    /** Opens a worker on weights; {@code training} asks for the backward pass too. */
    public ClassifierNetwork(Weights weights, boolean training) {
        this(weights.spec(), weights.parameters(), alone -> new InputTable(weights.spec()), training);
    }

    /** As the other, with tables that workers on the same weights may share. */
    ClassifierNetwork(
            NetworkSpec spec, Parameters parameters, Function<Parameters, InputTable> tables, boolean training) {
        this.spec = spec;
        this.tables = tables;
        this.training = training;
        weights = new Weights(spec, parameters);
        encoder = new BidirectionalEncoder(oneDnn, spec, training);
        InputTable table = tables.apply(parameters);
        scoringKernels = IntStream.range(0, spec.directions())
                .mapToObj(direction -> scoringKernel(direction, table))
                .toList();
        reviewEncoder = new ReviewEncoder(spec, scoringKernels, PiecePasses.MOST_ROWS);
        output = OutputLayer.of(spec);
        groupPass = new GroupPass(spec, encoder, output);
        encoder.load(weights.dense());
    }

    private FloatKernel scoringKernel(int direction, InputTable table) {
        FusedKernel fused = new FusedKernel(encoder.kernels().get(direction), weights);
        return new FloatKernel(oneDnn, fused, weights, table, direction);
    }

    @Override
    public void load(Parameters changed) {
        requireOpen(); // else it would write into memory that was freed
        weights = new Weights(spec, changed);
        encoder.load(weights.dense());
        InputTable inputTable = tables.apply(changed);
        scoringKernels.forEach(kernel -> kernel.load(weights, inputTable));
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
        RowMatrix pooled = reviewEncoder.encode(documents);
        return IntStream.range(0, documents.size())
                .mapToDouble(d -> output.value(weights.dense(), pooled, d))
                .toArray();
    }

    /** Logits of reviews with each one's embeddings multiplied by a number. */
    double[] scaledLogits(List<int[]> documents, float... scales) {
        requireTraining("scaledLogits");
        ReviewGroup group = ReviewGroup.whole(documents, spec.pieceLength());
        groupPass.gatherEmbeddings(group, weights.embedding(), Dropout.NONE);
        groupPass.scaleEmbeddings(group, scales);
        return groupPass.forward(group, weights.dense(), Dropout.NONE);
    }

    /**
     * Goes back through the last {@link #scaledLogits} of the same reviews.
     *
     * @param logitGradients [documents]
     * @return [N, E], of the scaled embeddings
     */
    float[] tokenGradients(List<int[]> documents, float[] logitGradients) {
        requireTraining("tokenGradients");
        ReviewGroup group = ReviewGroup.whole(documents, spec.pieceLength());
        groupPass.backward(group, logitGradients, weights.dense(), Dropout.NONE);
        return groupPass.tokenGradients(group);
    }

    /** The product of a word's embedding and a row [E]. */
    double dotEmbedding(int id, float[] rows, int row) {
        int width = spec.embeddingSize();
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += (double) weights.embedding()[id * width + j] * rows[row * width + j];
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
        encoder.clearWeightGradients();
        double loss = 0;
        for (ReviewGroup group : ReviewGroup.cut(documents, spec.pieceLength())) {
            loss += train(group, positive, lossScale, regularisation, seed, gradients);
        }
        encoder.addWeightGradients(gradients.dense());
        return loss;
    }

    private double train(
            ReviewGroup group,
            boolean[] positive,
            float lossScale,
            Regularisation regularisation,
            long seed,
            Gradients gradients) {
        boolean adversarial = regularisation.adversarialNorm() > 0;
        float scale = adversarial ? 2 * lossScale : lossScale;
        Dropout onTokens = new Dropout(regularisation.embeddingDropout(), seed);
        Dropout onPooled = new Dropout(regularisation.pooledDropout(), seed ^ POOLED_STREAM);
        groupPass.gatherEmbeddings(group, weights.embedding(), onTokens);
        double loss = pass(group, positive, scale, onPooled, gradients);
        if (adversarial) {
            groupPass.perturbEmbeddings(group, regularisation.adversarialNorm()); // by gradients that have no mask yet
        }
        groupPass.scatterEmbeddingGradients(group, gradients.embedding());
        if (adversarial) {
            pass(group, positive, scale, new Dropout(onPooled.rate(), onPooled.seed() ^ PERTURBED_STREAM), gradients);
            groupPass.scatterEmbeddingGradients(group, gradients.embedding());
        }
        return loss;
    }

    /** Forward and backward from the embedding rows to their gradients; returns the summed loss. */
    private double pass(ReviewGroup group, boolean[] positive, float scale, Dropout onPooled, Gradients gradients) {
        double[] logits = groupPass.forward(group, weights.dense(), onPooled);
        double loss = 0;
        float[] logitGradients = new float[logits.length];
        for (int d = 0; d < logits.length; d++) {
            boolean wanted = positive[group.numbers()[d]];
            double z = wanted ? logits[d] : -logits[d];
            loss += softplus(-z);
            double error = 1 / (1 + Math.exp(z));
            logitGradients[d] = (float) (wanted ? -error : error) / scale;
        }
        groupPass.addOutputGradients(logitGradients, gradients.dense());
        groupPass.backward(group, logitGradients, weights.dense(), onPooled);
        return loss;
    }

    /** log(1 + exp(x)) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
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
        scoringKernels.forEach(FloatKernel::close);
        encoder.close();
        oneDnn.close();
    }
}

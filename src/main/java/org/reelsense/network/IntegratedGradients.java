package org.reelsense.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What each token adds to the logit of a review, by integrated gradients (Sundararajan, Taly and Yan 2017) along the
 * straight line from zero embeddings: the gradient is taken in the middle of each step. The steps are reviews of their own and
 * go through the network together, as many at a time as memory allows.
 */
public final class IntegratedGradients {

    /** Tokens in all steps that go together: at about 8 kB each, 64 MB. A longer review takes more. */
    public static final int TOKENS_TOGETHER = 8_192;

    private final ClassifierNetwork network;
    private final int steps;

    /**
     * Explains with a network.
     *
     * @param network opened for training
     * @param steps 1 or more; the more, the less the shares miss
     */
    public IntegratedGradients(ClassifierNetwork network, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: " + steps + " is below 1");
        }
        this.network = network;
        this.steps = steps;
    }

    /**
     * Explains a review. Its tokens are in memory at once, 8 kB each at the default size.
     *
     * @param document token ids in [0, V), not empty
     * @throws IllegalStateException if the network is closed or was opened without training
     */
    public Attribution attribute(int[] document) {
        double[] shares = new double[document.length];
        int together = Math.max(1, TOKENS_TOGETHER / document.length);
        for (int first = 0; first < steps; first += together) {
            addShares(document, scales(first, Math.min(together, steps - first)), shares);
        }
        return new Attribution(network.scaledLogits(List.of(document), 0)[0], shares);
    }

    /** The squares of even steps: near zero, where the gates open, the gradient changes most. */
    private float[] scales(int first, int count) {
        float[] scales = new float[count];
        for (int i = 0; i < count; i++) {
            float root = (first + i + 0.5f) / steps;
            scales[i] = root * root;
        }
        return scales;
    }

    private void addShares(int[] document, float[] scales, double[] shares) {
        List<int[]> copies = Collections.nCopies(scales.length, document);
        float[] ones = new float[scales.length];
        Arrays.fill(ones, 1);
        network.scaledLogits(copies, scales);
        float[] gradients = network.tokenGradients(copies, ones);
        for (int row = 0; row < scales.length * document.length; row++) {
            int token = row % document.length;
            double width = 2 * Math.sqrt(scales[row / document.length]) / steps; // of the step, d(root²)
            shares[token] += network.dotEmbedding(document[token], gradients, row) * width;
        }
    }
}

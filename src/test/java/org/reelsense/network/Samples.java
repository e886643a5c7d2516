package org.reelsense.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Small networks and reviews: random, and the same in every run. */
final class Samples {

    private static final int VOCABULARY = 40;

    private Samples() {}

    static NetworkSpec spec(Cell cell, boolean bidirectional, int embeddingSize, int hiddenSize, int pieceLength) {
        return new NetworkSpec(cell, bidirectional, VOCABULARY, embeddingSize, hiddenSize, pieceLength);
    }

    /** Bidirectional, in a size that is no multiple of a vector register. */
    static NetworkSpec spec(Cell cell) {
        return spec(cell, true, 10, 12, 12);
    }

    /** Fresh weights; embedding and output weights in ±1, so that no gradient is lost in rounding. */
    static Weights weights(NetworkSpec spec, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] embedding = uniform(random, spec.vocabularySize() * spec.embeddingSize());
        Weights weights = Weights.initial(spec, embedding, seed);
        ParameterLayout.Slot output = ParameterLayout.of(spec).outputWeight();
        System.arraycopy(uniform(random, output.size()), 0, weights.dense(), output.offset(), output.size());
        return weights;
    }

    /** Values in ±1. */
    static float[] uniform(SplittableRandom random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }

    static List<int[]> documents(long seed, int... lengths) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> documents = new ArrayList<>();
        for (int length : lengths) {
            documents.add(random.ints(length, 0, VOCABULARY).toArray());
        }
        return documents;
    }

    /** Reviews in which every token is a word of its own: 0, 1, 2, ... */
    static List<int[]> documentsOfDistinctWords(int... lengths) {
        List<int[]> documents = new ArrayList<>();
        int next = 0;
        for (int length : lengths) {
            int[] document = new int[length];
            int first = next;
            Arrays.setAll(document, i -> first + i);
            next += length;
            documents.add(document);
        }
        return documents;
    }

    /** Positive, negative, positive, ... */
    static boolean[] labels(int documents) {
        boolean[] positive = new boolean[documents];
        for (int d = 0; d < documents; d += 2) {
            positive[d] = true;
        }
        return positive;
    }

    static float[] logits(Weights weights, List<int[]> documents) {
        try (ClassifierNetwork network = new ClassifierNetwork(weights, false)) {
            return network.logits(documents);
        }
    }

    /** The gradient of the mean loss, without regularisation. */
    static Gradients gradients(Weights weights, List<int[]> documents) {
        Gradients gradients = Gradients.zero(weights.spec());
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            boolean[] positive = labels(documents.size());
            network.train(documents, positive, positive.length, Regularisation.NONE, 1, gradients);
        }
        return gradients;
    }

    /** The sum of gradients, stretch by stretch. */
    static Gradients sum(NetworkSpec spec, List<Gradients> parts) {
        Gradients sum = Gradients.zero(spec);
        sum.unite(parts);
        GradientStretch.of(sum).forEach(stretch -> sum.sum(parts, stretch));
        return sum;
    }

    /** An embedding gradient as [V, E]. */
    static float[] dense(SparseRows rows, NetworkSpec spec) {
        int width = spec.embeddingSize();
        float[] dense = new float[spec.vocabularySize() * width];
        for (int slot = 0; slot < rows.count(); slot++) {
            System.arraycopy(rows.values(), slot * width, dense, rows.id(slot) * width, width);
        }
        return dense;
    }
}

package org.reelsense.network;

import java.util.SplittableRandom;

/**
 * The numbers of a network. The arrays are shared, not copied: a loaded model never writes them and so serves any number
 * of threads; a trainer owns a copy of its own and changes it between steps.
 *
 * @param embedding [V, E]
 * @param dense all other weights, laid out by {@link ParameterLayout}
 */
public record Weights(NetworkSpec spec, float[] embedding, float[] dense) {

    public Weights {
        long rows = (long) spec.vocabularySize() * spec.embeddingSize();
        if (embedding.length != rows) {
            throw new IllegalArgumentException(
                    "embedding: " + embedding.length + " values, but the spec asks for " + rows);
        }
        int size = ParameterLayout.of(spec).size();
        if (dense.length != size) {
            throw new IllegalArgumentException("dense: " + dense.length + " values, but the spec asks for " + size);
        }
    }

    /** Weights of a network on these arrays. */
    public Weights(NetworkSpec spec, Parameters parameters) {
        this(spec, parameters.embedding(), parameters.dense());
    }

    /** The same arrays, for a trainer. */
    public Parameters parameters() {
        return new Parameters(spec.embeddingSize(), embedding, dense);
    }

    /**
     * Fresh weights on given word vectors: recurrent weights uniform in ±1/sqrt(H) and linear ones in ±1/sqrt(pooled), as
     * PyTorch draws them; the LSTM's forget gate starts with a bias of 1 (Jozefowicz et al. 2015).
     *
     * @param embedding [V, E], copied
     */
    public static Weights initial(NetworkSpec spec, float[] embedding, long seed) {
        ParameterLayout layout = ParameterLayout.of(spec);
        float[] dense = new float[layout.size()];
        SplittableRandom random = new SplittableRandom(seed);
        for (ParameterLayout.Slot slot : layout.slots()) {
            int fanIn = slot.name().startsWith("output.") ? spec.pooledSize() : spec.hiddenSize();
            fillUniform(dense, slot, 1 / Math.sqrt(fanIn), random);
        }
        if (spec.cell() == Cell.LSTM) {
            openForgetGates(spec, layout, dense);
        }
        return new Weights(spec, embedding.clone(), dense);
    }

    private static void fillUniform(float[] dense, ParameterLayout.Slot slot, double bound, SplittableRandom random) {
        for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
            dense[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    private static void openForgetGates(NetworkSpec spec, ParameterLayout layout, float[] dense) {
        for (int direction = 0; direction < spec.directions(); direction++) {
            int forget = layout.direction(direction).inputBias().offset() + spec.hiddenSize();
            for (int unit = 0; unit < spec.hiddenSize(); unit++) {
                dense[forget + unit] += 1f;
            }
        }
    }

    /**
     * Weights whose logits are these weights' divided by {@code temperature}, above 0: the linear layer's weights and bias
     * are. A logit keeps its sign, unless it is no more than rounding. The embedding is shared.
     */
    public Weights withLogitsDividedBy(double temperature) {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature: " + temperature + " is not above 0 and finite");
        }
        ParameterLayout layout = ParameterLayout.of(spec);
        float[] divided = dense.clone();
        for (int i = layout.outputWeight().offset(); i < layout.size(); i++) { // the bias comes last
            divided[i] = (float) (divided[i] / temperature);
        }
        return new Weights(spec, embedding, divided);
    }

    /** A deep copy. */
    public Weights copy() {
        return new Weights(spec, embedding.clone(), dense.clone());
    }
}

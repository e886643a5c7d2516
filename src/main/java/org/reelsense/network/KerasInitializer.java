package org.reelsense.network;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * Fresh weights of a forecaster as Keras draws them: input and linear weights uniform by Glorot and Bengio (2010), hidden
 * weights orthogonal (Saxe et al. 2014), biases zero but for the LSTM's forget gate, which starts at 1.
 */
public final class KerasInitializer {

    private KerasInitializer() {}

    /** The same weights for the same spec and seed. */
    public static Parameters initial(ForecasterSpec spec, long seed) {
        ParameterLayout layout = ParameterLayout.of(spec);
        ParameterLayout.Direction slots = layout.direction(0);
        float[] dense = new float[layout.size()];
        SplittableRandom random = new SplittableRandom(seed);
        fillUniform(dense, slots.inputWeights(), random);
        fillOrthogonal(dense, slots.hiddenWeights(), random);
        fillUniform(dense, layout.outputWeight(), random);
        if (spec.cell() == Cell.LSTM) {
            int forget = slots.inputBias().offset() + spec.hiddenSize();
            for (int unit = 0; unit < spec.hiddenSize(); unit++) {
                dense[forget + unit] = 1;
            }
        }
        return Parameters.ofDense(dense);
    }

    /** In ±sqrt(6 / (inputs + outputs)). */
    private static void fillUniform(float[] dense, ParameterLayout.Slot slot, SplittableRandom random) {
        double bound = Math.sqrt(6.0 / (slot.shape().get(0) + slot.shape().get(1)));
        for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
            dense[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    /** Orthonormal columns [G*H, H], one unit's weights to all gates each, drawn evenly among all such. */
    private static void fillOrthogonal(float[] dense, ParameterLayout.Slot slot, SplittableRandom random) {
        int rows = slot.shape().get(0);
        int columns = slot.shape().get(1);
        double[][] basis = new double[columns][];
        for (int column = 0; column < columns; column++) {
            double[] drawn =
                    DoubleStream.generate(() -> gaussian(random)).limit(rows).toArray();
            basis[column] = orthonormal(drawn, basis, column);
            for (int row = 0; row < rows; row++) {
                dense[slot.offset() + row * columns + column] = (float) basis[column][row];
            }
        }
    }

    /** By Box and Muller (1958), which gives the same on every Java. */
    private static double gaussian(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** Gram and Schmidt's way, twice for the digits that the first pass leaves. */
    private static double[] orthonormal(double[] drawn, double[][] basis, int count) {
        for (int pass = 0; pass < 2; pass++) {
            for (int other = 0; other < count; other++) {
                addScaled(-dot(drawn, basis[other]), basis[other], drawn);
            }
        }
        double norm = Math.sqrt(dot(drawn, drawn));
        double[] unit = new double[drawn.length];
        addScaled(1 / norm, drawn, unit);
        return unit;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addScaled(double scale, double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += scale * from[i];
        }
    }
}

package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdamTest {

    private static final int SIZE = 5;
    private static final double RATE = 0.01;

    /** Algorithm 1 of the paper, word for word, in doubles; or as Keras states its own. */
    private static final class Textbook {
        final AdamSpec.Epsilon epsilon;
        final double[] weights = new double[SIZE];
        final double[] m = new double[SIZE];
        final double[] v = new double[SIZE];

        Textbook(AdamSpec.Epsilon epsilon) {
            this.epsilon = epsilon;
        }

        void step(int t, double[] gradient) {
            for (int i = 0; i < SIZE; i++) {
                m[i] = 0.9 * m[i] + 0.1 * gradient[i];
                v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
                double first = m[i] / (1 - Math.pow(0.9, t));
                double second = v[i] / (1 - Math.pow(0.999, t));
                weights[i] -= epsilon == AdamSpec.Epsilon.CORRECTED
                        ? RATE * first / (Math.sqrt(second) + 1e-8)
                        : kerasRate(t) * m[i] / (Math.sqrt(v[i]) + 1e-7);
            }
        }

        private static double kerasRate(int t) {
            return RATE * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
        }
    }

    @ParameterizedTest
    @EnumSource
    void update_manySteps_followsTheTextbook(AdamSpec.Epsilon epsilon) {
        Random random = new Random(7);
        Textbook textbook = new Textbook(epsilon);
        float[] weights = new float[SIZE];
        float[] first = new float[SIZE];
        float[] second = new float[SIZE];
        for (int t = 1; t <= 300; t++) {
            double[] gradient = gradient(random, t);
            textbook.step(t, gradient);
            Adam.ofStep(t, RATE, epsilon).update(weights, first, second, floats(gradient), 0, SIZE, 1);
            for (int i = 0; i < SIZE; i++) {
                assertThat((double) weights[i]).isCloseTo(textbook.weights[i], within(RATE * t * 1e-4));
            }
        }
        assertThat(textbook.weights[0]).isLessThan(-1);
    }

    /** One whose square root is about the size of epsilon, one that is always 0, and three of usual size. */
    private static double[] gradient(Random random, int t) {
        return new double[] {1 + random.nextDouble(), random.nextGaussian(), 1e-8 * (1 + t % 3), 0, 1e3 * Math.sin(t)};
    }

    /** A weight whose gradient is about epsilon moves less far with the larger one. */
    @Test
    void ofStep_keras_hasTenTimesTheEpsilonAndAllOfItFromTheStart() {
        assertThat(Adam.ofStep(1, RATE, AdamSpec.Epsilon.KERAS).epsilon()).isEqualTo(1e-7f);
        assertThat(Adam.ofStep(100_000, RATE, AdamSpec.Epsilon.CORRECTED).epsilon())
                .isEqualTo(1e-8f);
    }

    @Test
    void update_part_changesNothingElse() {
        float[] weights = {1, 1, 1, 1};
        float[] first = new float[4];
        float[] second = new float[4];

        Adam.ofStep(1, RATE, AdamSpec.Epsilon.CORRECTED)
                .update(weights, first, second, new float[] {9, 4, 4, 9}, 1, 3, 0.5f);

        assertThat(weights[0]).isEqualTo(1);
        assertThat(weights[3]).isEqualTo(1);
        // The first step is as long as the rate, whatever the gradient; the moments show the scale.
        assertThat(weights[1]).isCloseTo(0.99f, within(1e-6f)).isEqualTo(weights[2]);
        assertThat(first[1]).isCloseTo(0.2f, within(1e-6f));
        assertThat(second[2]).isCloseTo(0.004f, within(1e-6f));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}

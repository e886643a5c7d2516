package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowStepTest {

    private static final int E = 7;
    private static final double NUDGE = 1e-4;
    private static final float RATE = 0.5f;

    private final Random random = new Random(11);

    /** Every row moves by rate times the slope of the loss, which is measured here by nudging one number at a time. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0", "1, 1, 1", "2, 1, 5", "3, 2, 3", "5, 2, 4", "7, 4, 5", "14, 4, 5", "4, 4, 9"})
    void descend_anyShape_movesEachRowDownTheNumericSlope(int rows, int truths, int noise) {
        int columns = truths + noise;
        float[][] inputs = rows(rows);
        float[][] targets = rows(columns);
        WindowStep step = new WindowStep(E, rows + 2, columns + 2);
        for (int i = 0; i < rows * columns; i++) {
            step.weights[i] = random.nextInt(4);
        }
        float[][] inputsBefore = copy(inputs);
        float[][] targetsBefore = copy(targets);
        float[] weights = step.weights.clone();

        step.descend(inputs, rows, targets, columns, truths, RATE);

        for (int m = 0; m < rows; m++) {
            assertMoved(inputs[m], inputsBefore[m], inputsBefore, targetsBefore, truths, weights);
        }
        for (int n = 0; n < columns; n++) {
            assertMoved(targets[n], targetsBefore[n], inputsBefore, targetsBefore, truths, weights);
        }
    }

    /** Nudges {@code before}, a row of {@code inputs} or {@code targets}. */
    private static void assertMoved(
            float[] after, float[] before, float[][] inputs, float[][] targets, int truths, float[] weights) {
        for (int i = 0; i < E; i++) {
            float value = before[i];
            before[i] = (float) (value + NUDGE);
            double up = before[i];
            double lossUp = loss(inputs, targets, truths, weights);
            before[i] = (float) (value - NUDGE);
            double down = before[i];
            double lossDown = loss(inputs, targets, truths, weights);
            before[i] = value;
            double slope = (lossUp - lossDown) / (up - down);
            assertThat((double) after[i] - value).isCloseTo(-RATE * slope, within(2e-5));
        }
    }

    private static double loss(float[][] inputs, float[][] targets, int truths, float[] weights) {
        double loss = 0;
        for (int m = 0; m < inputs.length; m++) {
            for (int n = 0; n < targets.length; n++) {
                double product = 0;
                for (int i = 0; i < E; i++) {
                    product += (double) inputs[m][i] * targets[n][i];
                }
                loss += weights[m * targets.length + n] * Math.log1p(Math.exp(n < truths ? -product : product));
            }
        }
        return loss;
    }

    private float[][] rows(int count) {
        float[][] rows = new float[count][E];
        for (float[] row : rows) {
            for (int i = 0; i < E; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return rows;
    }

    private static float[][] copy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }
}

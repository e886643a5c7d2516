package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * Compares gradients with central differences of a float32 loss. Max pooling makes the loss piecewise smooth: where a
 * maximum changes hands within a step, differences over two step sizes disagree, and the place is left out.
 */
final class SlopeCheck {

    private static final float STEP = 4e-3f;
    private static final float SMALL_STEP = STEP / 4;
    private static final double RELATIVE = 0.01;
    /** Rounding of the loss moves a slope by about 5e-6. */
    private static final double ABSOLUTE = 3e-5;

    private final DoubleSupplier loss;
    private int compared;
    private int kinks;

    /** {@code loss} is computed anew at each call, from the values that {@link #compare} changes. */
    SlopeCheck(DoubleSupplier loss) {
        this.loss = loss;
    }

    /** Fails if the gradient of a tensor is not the slope; {@code gradient} is indexed as {@code values}. */
    void compare(String tensor, float[] values, float[] gradient, int[] places) {
        double errors = 0;
        double slopes = 0;
        for (int place : places) {
            OptionalDouble slope = smoothSlope(values, place);
            if (slope.isEmpty()) {
                kinks++;
                continue;
            }
            compared++;
            double error = Math.abs(gradient[place] - slope.getAsDouble());
            assertThat(error)
                    .as("%s[%d]: gradient %s, slope %s", tensor, place, gradient[place], slope.getAsDouble())
                    .isLessThan(tolerance(slope.getAsDouble()));
            errors += error * error;
            slopes += slope.getAsDouble() * slope.getAsDouble();
        }
        assertThat(Math.sqrt(errors))
                .as("%s: error of %d places together, of norm %s", tensor, places.length, Math.sqrt(slopes))
                .isLessThan(tolerance(Math.sqrt(slopes)));
    }

    /** Fails if more than a fifth of the places had to be left out. */
    void assertMostWereCompared() {
        assertThat(compared).as("compared, beside %d kinks", kinks).isGreaterThanOrEqualTo(4 * kinks);
        assertThat(compared).isPositive();
    }

    private OptionalDouble smoothSlope(float[] values, int place) {
        double wide = slope(values, place, STEP);
        double narrow = slope(values, place, SMALL_STEP);
        boolean kink = Math.abs(wide - narrow) > tolerance(narrow) / 2;
        return kink ? OptionalDouble.empty() : OptionalDouble.of(wide);
    }

    private double slope(float[] values, int place, float step) {
        float kept = values[place];
        values[place] = kept + step;
        double width = values[place];
        double above = loss.getAsDouble();
        values[place] = kept - step;
        width -= values[place];
        double below = loss.getAsDouble();
        values[place] = kept;
        return (above - below) / width;
    }

    private static double tolerance(double slope) {
        return ABSOLUTE + RELATIVE * Math.abs(slope);
    }
}

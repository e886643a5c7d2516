package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares long arrays and reports the worst place; AssertJ's own report takes quadratic time. */
final class Close {

    private Close() {}

    static void assertClose(String what, float[] actual, float[] expected, double tolerance) {
        assertThat(actual.length).as("%s: length", what).isEqualTo(expected.length);
        int worst = 0;
        for (int i = 0; i < actual.length; i++) {
            if (difference(actual, expected, i) > difference(actual, expected, worst)) {
                worst = i;
            }
        }
        if (actual.length > 0) {
            assertThat(difference(actual, expected, worst))
                    .as("%s[%d]: %s where %s was expected", what, worst, actual[worst], expected[worst])
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    /** Equal but for the sign of a zero. */
    static void assertSame(String what, float[] actual, float[] expected) {
        assertClose(what, actual, expected, 0);
    }

    private static double difference(float[] actual, float[] expected, int i) {
        double difference = Math.abs((double) actual[i] - expected[i]);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}

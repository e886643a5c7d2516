package org.reelsense.forecast;

/** A two-sided test of whether two models' figures on the same series differ. */
@FunctionalInterface
public interface PairTest {

    /** What a test finds: its statistic, of {@code a} where that matters, and the p-value. */
    record Outcome(double statistic, double p) {}

    /**
     * Tests.
     *
     * @param a [series]
     * @param b [series], as long
     */
    Outcome of(double[] a, double[] b);
}

package org.reelsense.bench.scoring;

/** Whether two engines do the same work. */
final class LogitDifference {

    private LogitDifference() {}

    /** The largest difference; NaN if there is one among the logits, infinite if their numbers differ. */
    static double largest(float[] one, float[] other) {
        if (one.length != other.length || one.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs((double) one[i] - other[i])); // NaN stays
        }
        return largest;
    }
}

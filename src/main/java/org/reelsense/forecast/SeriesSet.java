package org.reelsense.forecast;

import java.util.List;

/**
 * Series of one experiment, equally long and sampled alike.
 *
 * @param name what results and messages call them: a file, or the name of a published or generated set
 * @param sha256 of the bytes they were read from, or would be written to, in lower-case hexadecimal
 * @param series {@code [count][length]}, finite; shared, not to be changed
 */
public record SeriesSet(String name, String sha256, List<double[]> series) {

    /** @throws IllegalArgumentException if there is no value, the lengths differ, or a value is not finite */
    public SeriesSet {
        series = List.copyOf(series);
        if (series.isEmpty() || series.get(0).length == 0) {
            throw new IllegalArgumentException(name + " has no value; give at least one series of one value");
        }
        for (int row = 0; row < series.size(); row++) {
            requireSound(row, series.get(row), series.get(0).length);
        }
    }

    /** How many series. */
    public int count() {
        return series.size();
    }

    /** Values of each (Q). */
    public int length() {
        return series.get(0).length;
    }

    private static void requireSound(int row, double[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException("row " + (row + 1) + " has " + values.length + " values where row 1 has "
                    + length + "; all series must be equally long");
        }
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ", column " + (i + 1) + " is " + values[i] + "; it must be finite");
            }
        }
    }
}

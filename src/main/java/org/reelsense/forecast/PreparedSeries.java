package org.reelsense.forecast;

import java.util.ArrayList;
import java.util.List;
import org.reelsense.storage.DataException;

/**
 * All series on their scaled axes, cut for one horizon.
 *
 * @param scales one a series
 * @param train windows of the first series, the only one that is learned from
 * @param test windows of each series
 */
record PreparedSeries(Windowing windowing, int length, List<MinMax> scales, Windows train, List<Windows> test) {

    /** Its square, and a sum of many such, is still a float. */
    private static final double FARTHEST = 1e15;

    /** @throws DataException if the series are too short or one cannot be scaled */
    static PreparedSeries of(SeriesSet set, Scaling scaling, int horizon) throws DataException {
        Windowing windowing = Windowing.ofExperiment(horizon);
        windowing.requireFits(set);
        List<MinMax> scales = new ArrayList<>();
        List<double[]> scaled = new ArrayList<>();
        for (int row = 0; row < set.count(); row++) {
            MinMax scale = scaling.of(set, row, windowing);
            scales.add(scale);
            scaled.add(scaled(set, row, scale));
        }
        return new PreparedSeries(
                windowing,
                set.length(),
                List.copyOf(scales),
                Windows.train(scaled.get(0), windowing),
                scaled.stream().map(one -> Windows.test(one, windowing)).toList());
    }

    /** Networks calculate with floats, and values may lie far outside the range that the scale was taken from. */
    private static double[] scaled(SeriesSet set, int row, MinMax scale) throws DataException {
        double[] scaled = scale.scale(set.series().get(row));
        for (int i = 0; i < scaled.length; i++) {
            if (!(Math.abs(scaled[i]) <= FARTHEST)) {
                throw new DataException("Row " + (row + 1) + ", column " + (i + 1) + " of " + set.name() + " is "
                        + set.series().get(row)[i] + ", too far from the range of the values before the test part, "
                        + scale.min() + " to " + scale.max()
                        + ", to be scaled by it: give --scaling all, or leave the row out");
            }
        }
        return scaled;
    }

    /** Place of the first target of the first test window. */
    int firstTarget() {
        return windowing.testStart(length);
    }
}

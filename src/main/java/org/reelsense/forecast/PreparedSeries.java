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

    /** @throws DataException if the series are too short or one cannot be scaled */
    static PreparedSeries of(SeriesSet set, Scaling scaling, int horizon) throws DataException {
        Windowing windowing = Windowing.ofExperiment(horizon);
        windowing.requireFits(set);
        List<MinMax> scales = new ArrayList<>();
        List<double[]> scaled = new ArrayList<>();
        for (int row = 0; row < set.count(); row++) {
            MinMax scale = scaling.of(set, row, windowing);
            scales.add(scale);
            scaled.add(scale.scale(set.series().get(row)));
        }
        return new PreparedSeries(
                windowing,
                set.length(),
                List.copyOf(scales),
                Windows.train(scaled.get(0), windowing),
                scaled.stream().map(one -> Windows.test(one, windowing)).toList());
    }

    /** Place of the first target of the first test window. */
    int firstTarget() {
        return windowing.testStart(length);
    }
}

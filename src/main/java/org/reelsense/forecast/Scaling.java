package org.reelsense.forecast;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import org.reelsense.storage.DataException;

/** From which values of a series its scale is taken. Each series has its own. */
public enum Scaling {

    /** From all of it, the test part too: as the authors did, though it tells the model what is to come. */
    ALL("all"),

    /** From what lies before the test part, as one who forecasts must. */
    TRAIN("train");

    private final String id;

    Scaling(String id) {
        this.id = id;
    }

    /** As on the command line and in records. */
    public String id() {
        return id;
    }

    /**
     * The scaling of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Scaling named(String id) {
        return Arrays.stream(values())
                .filter(one -> one.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scaling is " + id + "; it must be all or train"));
    }

    /**
     * The scale of one series.
     *
     * @param row which series, from 0
     * @throws DataException if the values that the scale is taken from are all equal, or too far apart
     */
    public MinMax of(SeriesSet set, int row, Windowing windowing) throws DataException {
        int length = set.length();
        return ofFirst(set, row, this == ALL ? length : windowing.testStart(length));
    }

    /**
     * The scale of all values of one series.
     *
     * @throws DataException as {@link #of}
     */
    static MinMax ofAll(SeriesSet set, int row) throws DataException {
        return ofFirst(set, row, set.length());
    }

    private static MinMax ofFirst(SeriesSet set, int row, int end) throws DataException {
        DoubleSummaryStatistics seen =
                Arrays.stream(set.series().get(row), 0, end).summaryStatistics();
        if (seen.getMin() == seen.getMax()) {
            throw new DataException("Row " + (row + 1) + " of " + set.name() + " is " + seen.getMin()
                    + " in all of its "
                    + (end == set.length() ? end + " values" : "first " + end + " values, before the test part")
                    + ": a constant series cannot be scaled, so leave the row out");
        }
        if (!Double.isFinite(seen.getMax() - seen.getMin())) {
            throw new DataException("Row " + (row + 1) + " of " + set.name() + " reaches from " + seen.getMin() + " to "
                    + seen.getMax() + ", too far to be scaled: give its values in a larger unit");
        }
        return new MinMax(seen.getMin(), seen.getMax());
    }
}

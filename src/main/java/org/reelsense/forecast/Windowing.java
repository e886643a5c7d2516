package org.reelsense.forecast;

import org.reelsense.storage.DataException;

/**
 * How a series of Q values is cut. The last {@code testLength} values are the test part. Training window i is
 * {@code [i, i + window)} and its targets the next {@code horizon} values, i from 0 to Q - testLength - window - 1. Test
 * windows go on from there as far as whole targets lie in the series; the first has its targets at the start of the test
 * part.
 *
 * @param window values that a model sees
 * @param horizon values that it forecasts
 * @param testLength values of the test part, more than {@code horizon}
 */
public record Windowing(int window, int horizon, int testLength) {

    /** @throws IllegalArgumentException if a length is less than 1, or too few test windows would be left */
    public Windowing {
        if (window < 1 || horizon < 1) {
            throw new IllegalArgumentException(
                    "window is " + window + " and horizon is " + horizon + "; both must be 1 or more");
        }
        if (testLength <= horizon) { // directions are compared between two windows
            throw new IllegalArgumentException(
                    "horizon is " + horizon + "; it must be less than the test part, " + testLength + " values");
        }
        if ((long) window + horizon + testLength > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("window " + window + ", horizon " + horizon + " and test part "
                    + testLength + " are more values than a series can have");
        }
    }

    /** The experiment's: 60 values, a test part of 251. */
    public static Windowing ofExperiment(int horizon) {
        return new Windowing(60, horizon, 251);
    }

    /** The fewest values that a series may have. */
    public int leastLength() {
        return window + horizon + testLength;
    }

    /**
     * Checks that the series are long enough.
     *
     * @throws DataException if they are not; it names the length needed
     */
    public void requireFits(SeriesSet set) throws DataException {
        if (set.length() < leastLength()) {
            throw new DataException("Row 1 of " + set.name() + ", like all its rows, has " + set.length()
                    + " values where " + leastLength() + " are needed (window " + window + ", horizon " + horizon
                    + ", test part " + testLength + "): give longer series, one a row");
        }
    }

    /** Where the test part of a series begins. */
    int testStart(int length) {
        return length - testLength;
    }

    /** Training windows of a series of {@code length} values: the same for all horizons. */
    public int trainWindows(int length) {
        return testStart(length) - window;
    }

    /** Test windows of any series. */
    public int testWindows() {
        return testLength - horizon + 1;
    }

    /**
     * Values that are a target in training and in the test, if a model is tested on the series it was trained on: the
     * authors' training targets reach so far into the test part.
     */
    public int sharedTargets() {
        return horizon - 1;
    }
}

package org.reelsense.forecast;

/**
 * How much a file of series may hold.
 *
 * @param bytes of the file
 * @param values of all rows together
 * @param numberBytes between two commas
 */
record SeriesLimits(long bytes, int values, int numberBytes) {

    /** Thirty times the published sets; windows hold each number sixty times, so half a gigabyte for each horizon. */
    static final SeriesLimits DEFAULT = new SeriesLimits(128L << 20, 1 << 20, 64);
}

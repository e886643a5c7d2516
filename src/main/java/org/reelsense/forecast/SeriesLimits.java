package org.reelsense.forecast;

/**
 * How much a file of series may hold.
 *
 * @param bytes of the file
 * @param values of all rows together
 * @param numberBytes between two commas
 */
record SeriesLimits(long bytes, int values, int numberBytes) {

    /** Some hundred times the published sets, and 32 MB of numbers. */
    static final SeriesLimits DEFAULT = new SeriesLimits(128L << 20, 1 << 22, 64);
}

package org.reelsense.report;

/**
 * A series of a chart.
 *
 * @param name as the legend has it
 */
record Key(String name, Look look) {

    private static final int LONGEST = 22;

    Key {
        name = Svg.shorten(name, LONGEST);
    }
}

package org.reelsense.report;

import java.util.List;

/**
 * Points of one series, in order.
 *
 * @param series its number among the chart's keys
 */
record Trace(int series, List<Point> points) {

    Trace {
        points = List.copyOf(points);
    }
}

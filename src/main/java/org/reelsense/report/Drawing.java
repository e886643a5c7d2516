package org.reelsense.report;

import java.util.List;

/**
 * A chart as shapes that take their colours from the page.
 *
 * @param panel what lies between the axes
 */
record Drawing(List<Markup> shapes, Panel panel) {

    Drawing {
        shapes = List.copyOf(shapes);
    }

    /** In pixels. */
    record Panel(double left, double top, double width, double height) {}
}

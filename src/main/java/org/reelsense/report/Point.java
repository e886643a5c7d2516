package org.reelsense.report;

/** A place in a chart, in the units of its axes. */
record Point(double x, double y) {}

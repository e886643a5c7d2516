package org.reelsense.report;

/**
 * A chart of the report.
 *
 * @param id no other figure has it; the drawing's title and description have it with {@code -title} and {@code -desc}
 * @param title what is shown
 * @param note how it is to be read
 * @param svg the drawing, with its text alternative; its style is {@link ChartStyle#CSS}
 */
record Figure(String id, String title, String note, Markup svg) {}

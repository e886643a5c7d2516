package org.reelsense.report;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A chart of the report.
 *
 * @param id no other figure has it; the drawing's title and description have it with {@code -title} and {@code -desc}
 * @param title what is shown
 * @param note how it is to be read
 * @param svg the drawing, with its text alternative, in the style {@link ChartStyle#CSS}; or words in its place
 */
record Figure(String id, String title, String note, Markup svg) {

    /**
     * A chart, or its figures in words if the drawing fails: a report that took hours to come by is worth more than one
     * chart, and the library that draws it is not ours.
     *
     * @param words the figures
     */
    static Figure of(String id, String title, String note, String words, Supplier<Markup> drawing) {
        try {
            return new Figure(id, title, note, drawing.get());
        } catch (RuntimeException | LinkageError failed) {
            String instead = "This chart could not be drawn. Its figures: " + words;
            return new Figure(id, title, "", Markup.element("p", Map.of("class", "note"), Markup.text(instead)));
        }
    }
}

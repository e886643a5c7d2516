package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart before it is drawn.
 *
 * @param keys the series; their numbers are their places here
 * @param legend whether it says what the keys look like
 * @param panel height between the axes, in pixels, 60 at least: Lets-Plot makes none much lower
 */
record Plot(Scale across, Scale up, List<Key> keys, boolean legend, int panel, List<Layer> layers) {

    private static final int LOWEST = 60;
    private static final int TITLE = 31;
    private static final int AXIS = 47;
    private static final int LEGEND = 22;
    private static final int LEGEND_ROW = 23;
    private static final double LETTER = 7.2;
    private static final int KEY = 44;
    private static final int MOST_COLUMNS = 4;

    Plot {
        panel = Math.max(LOWEST, panel);
        keys = List.copyOf(keys);
        layers = List.copyOf(layers);
    }

    /** As large as most are, without a layer. */
    static Plot of(Scale across, Scale up, List<Key> keys) {
        return new Plot(across, up, keys, true, 220, List.of());
    }

    /** With a layer more; one without marks is left out. */
    Plot and(Layer layer) {
        if (layer.marks() == 0) {
            return this;
        }
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Plot(across, up, keys, legend, panel, more);
    }

    /** @param words the figures, for who cannot see the drawing */
    Figure figure(String id, String title, String note, String words) {
        return Figure.of(
                id,
                title,
                note,
                words,
                () -> Svg.chart(id, height(), title, words, Redrawing.of(this).shapes()));
    }

    int height() {
        int rows = legend ? (keys.size() + columns() - 1) / columns() : 0;
        return panel + AXIS + (up.title().isEmpty() ? 0 : TITLE) + (legend ? LEGEND + LEGEND_ROW * rows : 0);
    }

    /** Of the legend: as many as the longest name leaves room for. */
    int columns() {
        int longest = keys.stream()
                .mapToInt(key -> key.name().codePointCount(0, key.name().length()))
                .max()
                .orElse(0);
        return Math.max(1, Math.min(MOST_COLUMNS, (int) (Svg.WIDTH / (KEY + LETTER * longest))));
    }
}

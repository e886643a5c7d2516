package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The few shapes that the charts are made of. Colours come from the page's style by class. */
final class Svg {

    /** Small enough that its words stay readable on a telephone, where a chart is about as wide. */
    static final int WIDTH = 400;

    private static final int LONGEST_LABEL = 28;

    private Svg() {}

    /** A chart with its text alternative: a title, and its figures as words. */
    static Markup chart(String id, int height, String title, String description, List<Markup> shapes) {
        List<Markup> content = new ArrayList<>();
        content.add(Markup.element("title", Map.of("id", id + "-title"), Markup.text(title)));
        content.add(Markup.element("desc", Map.of("id", id + "-desc"), Markup.text(description)));
        content.addAll(shapes);
        Map<String, String> attributes = Map.of(
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                id + "-title",
                "aria-describedby",
                id + "-desc");
        return Markup.element("svg", attributes, Markup.join(content));
    }

    /** A chart that is a file of its own, with the page's style in it and a ground below it. */
    static Markup document(int height, Markup chart) {
        Markup ground = Markup.element(
                "rect", Map.of("class", "ground", "width", String.valueOf(WIDTH), "height", String.valueOf(height)));
        return Markup.element(
                "svg",
                Map.of(
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 " + WIDTH + " " + height,
                        "width",
                        String.valueOf(2 * WIDTH),
                        "height",
                        String.valueOf(2 * height)),
                Markup.element("style", new Markup(Style.CSS + ChartStyle.CSS)),
                ground,
                chart);
    }

    /** A square that stands on a corner. */
    static Markup diamond(String style, double x, double y, double radius) {
        String points = String.join(
                " ",
                pixels(x) + "," + pixels(y - radius),
                pixels(x + radius) + "," + pixels(y),
                pixels(x) + "," + pixels(y + radius),
                pixels(x - radius) + "," + pixels(y));
        return Markup.element("polygon", Map.of("class", style, "points", points));
    }

    static Markup line(String style, double x1, double y1, double x2, double y2) {
        return Markup.element(
                "line", Map.of("class", style, "x1", pixels(x1), "y1", pixels(y1), "x2", pixels(x2), "y2", pixels(y2)));
    }

    static Markup dot(String style, double x, double y, double radius) {
        return Markup.element("circle", Map.of("class", style, "cx", pixels(x), "cy", pixels(y), "r", pixels(radius)));
    }

    /** @param anchor start, middle or end */
    static Markup label(String anchor, double x, double y, String words) {
        return Markup.element(
                "text", Map.of("text-anchor", anchor, "x", pixels(x), "y", pixels(y)), Markup.text(words));
    }

    static String pixels(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }

    /** A long name cut to what there is room for. */
    static String shorten(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_LABEL
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}

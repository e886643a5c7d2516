package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every drawing of the report has. Colours come from the page's style by class. */
final class Svg {

    /** Small enough that its words stay readable on a telephone, where a chart is about as wide. */
    static final int WIDTH = 360;

    private Svg() {}

    /** A drawing with its text alternative: a title, and its figures as words. */
    static Markup chart(String id, int height, String title, String description, List<Markup> shapes) {
        List<Markup> content = new ArrayList<>();
        content.add(Markup.element("title", Map.of("id", id + "-title"), Markup.text(title)));
        content.add(Markup.element("desc", Map.of("id", id + "-desc"), Markup.text(description)));
        content.addAll(shapes);
        Map<String, String> attributes = Map.of(
                "class",
                "chart",
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

    /** A drawing that is a file of its own, with the page's style in it and a ground below it. */
    static Markup document(int height, Markup chart) {
        Markup ground = Markup.element(
                "rect", Map.of("class", "ground", "width", String.valueOf(WIDTH), "height", String.valueOf(height)));
        return Markup.element(
                "svg",
                Map.of(
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "chart",
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

    /** @param anchor start, middle or end */
    static Markup label(String anchor, double x, double y, String words) {
        Map<String, String> place = Map.of("x", pixels(x), "y", pixels(y));
        return anchor.equals("start")
                ? Markup.element("text", place, Markup.text(words))
                : Markup.element(
                        "text", Map.of("text-anchor", anchor, "x", pixels(x), "y", pixels(y)), Markup.text(words));
    }

    /** To a tenth; whole ones without a point. */
    static String pixels(double at) {
        long tenths = Math.round(at * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    /** A long name cut to so many letters. */
    static String shorten(String name, int longest) {
        return name.codePointCount(0, name.length()) <= longest
                ? name
                : name.substring(0, name.offsetByCodePoints(0, longest - 1)) + "…";
    }
}

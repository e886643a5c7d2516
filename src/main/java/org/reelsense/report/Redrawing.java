package org.reelsense.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.reelsense.report.Drawing.Panel;

/**
 * Lets-Plot's SVG made fit for the report: shapes at their final places, to a tenth of a pixel, with classes in place of
 * colours, and nothing else. Its ids, style, clipping and empty groups go, so that the same plot is the same bytes, a tenth
 * as many, and light or dark with the page. Only what is known here gets through.
 */
final class Redrawing {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?");
    private static final Pattern TRANSLATE = Pattern.compile("translate\\((\\S+) (\\S+) \\) ?");
    private static final Pattern UNMOVED = Pattern.compile("(?:rotate\\(0\\.0 .*)?");
    private static final Pattern STEP = Pattern.compile("[ML](\\S+) (\\S+)");

    private final List<Markup> shapes = new ArrayList<>();
    private Panel panel = new Panel(0, 0, 0, 0);

    private Redrawing() {}

    static Drawing of(Plot plot) {
        Element svg = Jsoup.parse(LetsPlot.svg(plot), Parser.xmlParser()).expectFirst("svg");
        Redrawing redrawing = new Redrawing();
        redrawing.children(svg, 0, 0);
        return new Drawing(redrawing.shapes, redrawing.panel);
    }

    private void children(Element group, double x, double y) {
        group.children().forEach(child -> draw(child, x, y));
    }

    private void draw(Element element, double x, double y) {
        switch (element.normalName()) {
            case "style" -> {}
            case "g" -> group(element, x, y);
            case "defs" -> clip(element.expectFirst("rect"), x, y);
            case "text" -> text(element, x, y).ifPresent(shapes::add);
            case "line", "path", "circle", "rect" -> shape(element, x, y).ifPresent(shapes::add);
            default ->
                throw new IllegalStateException("Lets-Plot drew <" + element.tagName()
                        + ">, which no chart of the report should need; see Redrawing");
        }
    }

    private void group(Element group, double x, double y) {
        Matcher move = TRANSLATE.matcher(group.attr("transform"));
        if (move.matches()) {
            children(group, x + Double.parseDouble(move.group(1)), y + Double.parseDouble(move.group(2)));
        } else if (UNMOVED.matcher(group.attr("transform")).matches()) {
            children(group, x, y);
        } else {
            throw new IllegalStateException("Lets-Plot moved a group by " + group.attr("transform")
                    + ", which no chart of the report should need; see Redrawing");
        }
    }

    private void clip(Element rectangle, double x, double y) {
        panel = new Panel(
                x + number(rectangle, "x"),
                y + number(rectangle, "y"),
                number(rectangle, "width"),
                number(rectangle, "height"));
    }

    /** Empty if it has no words. */
    private static Optional<Markup> text(Element text, double x, double y) {
        double fall = text.hasAttr("dy") ? LetsPlot.FONT * number(text, "dy") : 0;
        String anchor = text.hasAttr("text-anchor") ? text.attr("text-anchor") : "start";
        String shown = text.text();
        return Optional.of(
                        shown.endsWith(LetsPlot.AIR)
                                ? shown.substring(0, shown.length() - LetsPlot.AIR.length())
                                : shown)
                .filter(words -> !words.isEmpty())
                .map(words -> Svg.label(anchor, x + number(text, "x"), y + number(text, "y") + fall, words));
    }

    /** Empty if nothing of it would be seen. */
    private static Optional<Markup> shape(Element shape, double x, double y) {
        Optional<Paint> fill = shape.normalName().equals("line") || number(shape, "fill-opacity", 1) == 0
                ? Optional.empty()
                : Paint.of(shape.attr("fill"));
        Optional<Paint> stroke = number(shape, "stroke-opacity", 1) == 0 || number(shape, "stroke-width", 1) == 0
                ? Optional.empty()
                : Paint.of(shape.attr("stroke"));
        if (fill.isEmpty() && stroke.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> attributes = place(shape, x, y);
        boolean open = shape.normalName().equals("line") || !shape.attr("d").isEmpty() && !closed(shape);
        attributes.put(
                "class",
                fill.map(paint -> style("dot", paint))
                        .or(() -> stroke.map(paint -> style(open ? "line" : "hollow", paint)))
                        .orElseThrow());
        if (fill.isEmpty() && open) {
            attributes.putAll(pen(shape));
        }
        return Optional.of(Markup.element(shape.normalName(), attributes));
    }

    private static String style(String kind, Paint paint) {
        return paint.ordinal() >= Paint.GRID.ordinal() ? paint.style() : kind + " " + paint.style();
    }

    private static boolean closed(Element path) {
        return path.attr("d").stripTrailing().endsWith("Z");
    }

    private static Map<String, String> place(Element shape, double x, double y) {
        Map<String, String> attributes = new LinkedHashMap<>();
        switch (shape.normalName()) {
            case "line" -> {
                moved(shape, attributes, x, "x1", "x2");
                moved(shape, attributes, y, "y1", "y2");
            }
            case "circle" -> {
                moved(shape, attributes, x, "cx");
                moved(shape, attributes, y, "cy");
                moved(shape, attributes, 0, "r");
            }
            case "rect" -> {
                moved(shape, attributes, x, "x");
                moved(shape, attributes, y, "y");
                moved(shape, attributes, 0, "width", "height");
            }
            default -> attributes.put("d", path(shape, x, y));
        }
        return attributes;
    }

    private static void moved(Element shape, Map<String, String> attributes, double by, String... names) {
        for (String name : names) {
            attributes.put(name, Svg.pixels(number(shape, name) + by));
        }
    }

    private static String path(Element path, double x, double y) {
        StringBuilder steps = new StringBuilder();
        String last = "";
        for (Matcher step = STEP.matcher(path.attr("d")); step.find(); ) {
            String here = Svg.pixels(Double.parseDouble(step.group(1)) + x) + " "
                    + Svg.pixels(Double.parseDouble(step.group(2)) + y);
            if (!here.equals(last)) {
                steps.append(steps.isEmpty() ? "M" : " ").append(here);
            }
            last = here;
        }
        return steps + (closed(path) ? "Z" : "");
    }

    private static Map<String, String> pen(Element line) {
        Map<String, String> pen = new LinkedHashMap<>();
        pen.put("stroke-width", Svg.pixels(number(line, "stroke-width")));
        double opacity = number(line, "stroke-opacity", 1);
        if (opacity < 1) {
            pen.put("stroke-opacity", Svg.pixels(opacity));
        }
        if (line.hasAttr("stroke-dasharray")) {
            pen.put(
                    "stroke-dasharray",
                    NUMBER.matcher(line.attr("stroke-dasharray"))
                            .replaceAll(dash -> Svg.pixels(Double.parseDouble(dash.group()))));
        }
        return pen;
    }

    private static double number(Element element, String attribute) {
        return number(element, attribute, 0);
    }

    private static double number(Element element, String attribute, double otherwise) {
        Matcher number = NUMBER.matcher(element.attr(attribute));
        return number.find() ? Double.parseDouble(number.group()) : otherwise;
    }
}

package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A drawn figure, read back: from pixels to the values that the axes give them. */
final class Chart {

    private static final Pattern NUMBERS = Pattern.compile("-?[\\d.]+");

    private final Document svg;

    Chart(Figure figure) {
        svg = Jsoup.parse(figure.svg().source(), Parser.xmlParser());
    }

    static Chart of(List<Figure> figures, String id) {
        return new Chart(figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    List<String> words() {
        return svg.select("text").eachText();
    }

    String description() {
        return svg.select("desc").text();
    }

    /** Centres of the marks of a colour above the legend, in pixels, in the order they were drawn. */
    List<Point> marks(String kind, int colour) {
        return svg.select("." + kind + ".c" + colour).stream()
                .map(Chart::centre)
                .filter(point -> point.y() < acrossTicks().get(0).y)
                .toList();
    }

    /** The points of the lines of a colour, in pixels. */
    List<List<Point>> lines(int colour) {
        return svg.select("path.line.c" + colour).stream()
                .map(line -> points(line.attr("d")))
                .toList();
    }

    /** Straight pieces of a colour above the legend, two points each. */
    List<List<Point>> spans(int colour) {
        return svg.select("line.line.c" + colour).stream()
                .map(line ->
                        points(String.join(" ", line.attr("x1"), line.attr("y1"), line.attr("x2"), line.attr("y2"))))
                .filter(ends -> ends.get(0).y() < acrossTicks().get(0).y)
                .toList();
    }

    /** What the axis below says of a pixel, by its first and last tick. */
    double across(double pixel) {
        List<Tick> ticks = acrossTicks();
        Tick first = ticks.get(0);
        Tick last = ticks.get(ticks.size() - 1);
        return first.value + (pixel - first.x) / (last.x - first.x) * (last.value - first.value);
    }

    double logAcross(double pixel) {
        List<Tick> ticks = acrossTicks();
        Tick first = ticks.get(0);
        Tick last = ticks.get(ticks.size() - 1);
        return first.value * Math.pow(last.value / first.value, (pixel - first.x) / (last.x - first.x));
    }

    /** What the axis on the left says of a pixel. */
    double up(double pixel) {
        List<Tick> ticks = ticks("end", true);
        Tick first = ticks.get(0);
        Tick last = ticks.get(ticks.size() - 1);
        return first.value + (pixel - first.y) / (last.y - first.y) * (last.value - first.value);
    }

    private record Tick(double value, double x, double y) {}

    private List<Tick> acrossTicks() {
        return ticks("middle", false);
    }

    private List<Tick> ticks(String anchor, boolean centred) {
        List<Tick> ticks = new ArrayList<>();
        for (Element text : svg.select("text[text-anchor=" + anchor + "]")) {
            String words = text.text().replace(",", "");
            if (words.matches("-?[\\d.]+")) {
                double fall = centred ? 0.35 * LetsPlot.FONT : 0;
                ticks.add(new Tick(
                        Double.parseDouble(words),
                        Double.parseDouble(text.attr("x")),
                        Double.parseDouble(text.attr("y")) - fall));
            }
        }
        assertThat(ticks).as("ticks, " + anchor).hasSizeGreaterThan(1);
        return ticks;
    }

    /** Of a triangle its middle between top and bottom, as Lets-Plot places it a little lower. */
    private static Point centre(Element mark) {
        return switch (mark.normalName()) {
            case "circle" -> new Point(number(mark, "cx"), number(mark, "cy"));
            case "rect" ->
                new Point(
                        number(mark, "x") + number(mark, "width") / 2, number(mark, "y") + number(mark, "height") / 2);
            default -> {
                List<Point> corners = points(mark.attr("d"));
                yield new Point(
                        corners.stream().mapToDouble(Point::x).average().orElseThrow(),
                        corners.stream().mapToDouble(Point::y).average().orElseThrow());
            }
        };
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }

    private static List<Point> points(String numbers) {
        List<Point> points = new ArrayList<>();
        for (Matcher number = NUMBERS.matcher(numbers); number.find(); ) {
            double x = Double.parseDouble(number.group());
            number.find();
            points.add(new Point(x, Double.parseDouble(number.group())));
        }
        return points;
    }
}

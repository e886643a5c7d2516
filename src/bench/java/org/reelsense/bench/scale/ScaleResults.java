package org.reelsense.bench.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.reelsense.bench.result.ResultFiles;
import org.reelsense.report.ScaleChart;

/** Points as CSV, exponents as a table, charts as SVG. */
record ScaleResults(List<ScalePoint> points) {

    private static final double MEGA = 1e6;
    private static final int LEAST_POINTS = 3;

    void write(Path folder) throws IOException {
        ResultFiles.save(folder.resolve("scale.csv"), csv());
        ResultFiles.save(folder.resolve("scale.md"), table());
        for (String curve : List.of(ScaleCurves.REVIEWS, ScaleCurves.LENGTH, ScaleCurves.HIDDEN)) {
            if (!lines(curve).isEmpty()) {
                ResultFiles.save(folder.resolve("scale-" + curve + ".svg"), chart(curve, false));
            }
        }
        if (!lines(ScaleCurves.REVIEWS).isEmpty()) {
            ResultFiles.save(folder.resolve("scale-memory.svg"), chart(ScaleCurves.REVIEWS, true));
        }
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("curve,work,x,seconds,rss_bytes,heap_bytes\n");
        for (ScalePoint point : points) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%.0f,%.4f,%d,%d%n",
                    point.curve(),
                    point.work(),
                    point.x(),
                    point.seconds(),
                    point.rssBytes(),
                    point.heapBytes()));
        }
        return csv.toString();
    }

    /** Lines of the table and of the chart: each work of each curve. */
    private Map<String, List<ScalePoint>> lines(String curve) {
        Map<String, List<ScalePoint>> lines = new LinkedHashMap<>();
        points.stream()
                .filter(point -> point.curve().equals(curve))
                .forEach(point -> lines.computeIfAbsent(point.work(), work -> new ArrayList<>())
                        .add(point));
        return lines;
    }

    /** Time goes as x to the power given; for the command after what one review takes, which is its start. */
    String table() {
        StringBuilder table =
                new StringBuilder("| grows with | work | values | seconds | MB at most | exponent of time |\n"
                        + "|---|---|---|---|---|---|\n");
        for (String curve : List.of(ScaleCurves.REVIEWS, ScaleCurves.LENGTH, ScaleCurves.HIDDEN, ScaleCurves.THREADS)) {
            lines(curve).forEach((work, line) -> table.append(row(curve, work, line)));
        }
        return table.toString();
    }

    private static String row(String curve, String work, List<ScalePoint> line) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |%n",
                curve,
                work,
                joined(line, "%.0f", ScalePoint::x),
                joined(line, "%.2f", ScalePoint::seconds),
                joined(line, "%.0f", point -> point.rssBytes() / MEGA),
                curve.equals(ScaleCurves.THREADS) ? speedUp(line) : exponent(line));
    }

    private static String joined(List<ScalePoint> line, String format, ToDoubleFunction<ScalePoint> value) {
        return String.join(
                ", ",
                line.stream()
                        .map(point -> String.format(Locale.ROOT, format, value.applyAsDouble(point)))
                        .toList());
    }

    private static String speedUp(List<ScalePoint> line) {
        double one = line.get(0).seconds();
        return joined(line, "%.2f x", point -> one / point.seconds());
    }

    private static String exponent(List<ScalePoint> line) {
        double start = line.get(0).x() == 1 ? line.get(0).seconds() : 0;
        List<ScalePoint> fitted = line.stream().filter(point -> point.x() > 1).toList();
        if (fitted.size() < LEAST_POINTS) {
            return "-"; // any two points lie on a line
        }
        PowerLaw law = PowerLaw.fit(
                fitted.stream().mapToDouble(ScalePoint::x).toArray(),
                fitted.stream().mapToDouble(point -> point.seconds() - start).toArray());
        return String.format(Locale.ROOT, "%.3f ± %.3f", law.exponent(), law.standardError());
    }

    private String chart(String curve, boolean memory) {
        List<ScaleChart.Line> lines = new ArrayList<>();
        lines(curve).forEach((work, all) -> {
            List<ScalePoint> line = all.stream().filter(point -> point.x() > 1).toList();
            lines.add(new ScaleChart.Line(
                    work,
                    line.stream().mapToDouble(ScalePoint::x).toArray(),
                    line.stream()
                            .mapToDouble(point -> memory ? point.rssBytes() / MEGA : point.seconds())
                            .toArray()));
        });
        String title = memory ? "Memory by number of reviews" : "Time by " + curve;
        return ScaleChart.svg(
                title, curve + ", log scale", memory ? "MB at most, log scale" : "seconds, log scale", lines);
    }
}

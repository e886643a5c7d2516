package org.reelsense.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/** The only place that knows Lets-Plot: a {@link Plot} in, its SVG out. */
final class LetsPlot {

    /** Size of all words, in pixels. */
    static final int FONT = 13;

    /** Behind each name of a legend until it is redrawn, because Lets-Plot takes letters for narrower than some are. */
    static final String AIR = "\ue000o";

    private static final String BLANK = "blank";

    private LetsPlot() {}

    /** What Lets-Plot makes of it: colours are those of {@link Paint}, ids differ from call to call. */
    static String svg(Plot plot) {
        return PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(spec(plot).map(), null, LetsPlot::raster, true);
    }

    private static String raster(int width, int height, int[] colours) {
        throw new IllegalStateException("a chart asks for a raster of " + width + " x " + height + "; none has one");
    }

    /** Of a series by its number: what Lets-Plot calls it. */
    static String id(int series) {
        return "s" + series;
    }

    private static Spec spec(Plot plot) {
        Stream<Spec> axes = Stream.of(axis("x", plot.across()), axis("y", plot.up()), sizes());
        Spec spec = plot.up().title().isEmpty()
                ? new Spec()
                : new Spec().with("ggtitle", new Spec().with("text", plot.up().title()));
        return spec.with("kind", "plot")
                .with("ggsize", new Spec().with("width", Svg.WIDTH).with("height", plot.height()))
                .with("theme", theme(plot))
                .withAll("scales", Stream.concat(axes, series(plot)).toList())
                .withAll("layers", plot.layers().stream().map(Layer::spec).toList());
    }

    private static Spec axis(String aesthetic, Scale scale) {
        Spec axis = new Spec()
                .with("aesthetic", aesthetic)
                .with("name", scale.title())
                .with("limits", List.of(scale.low(), scale.high()))
                .with("expand", List.of(0.0, 0.0));
        if (scale.logarithmic()) {
            axis.with("trans", "log10");
        }
        return scale.ticks().isEmpty()
                ? axis
                : axis.with("breaks", scale.ticks()).with("labels", scale.labels());
    }

    private static Spec sizes() {
        return new Spec()
                .with("aesthetic", "size")
                .with("scale_mapper_kind", "identity")
                .with("guide", "none");
    }

    private static Stream<Spec> series(Plot plot) {
        List<Look> looks = plot.keys().stream().map(Key::look).toList();
        List<String> colours =
                looks.stream().map(look -> Paint.series(look.colour()).hex()).toList();
        return Stream.of(
                manual(plot, "color", colours),
                manual(plot, "fill", colours),
                manual(plot, "shape", looks.stream().map(Look::shape).toList()),
                manual(plot, "linetype", looks.stream().map(Look::dash).toList()));
    }

    private static Spec manual(Plot plot, String aesthetic, List<?> values) {
        List<String> ids =
                IntStream.range(0, values.size()).mapToObj(LetsPlot::id).toList();
        return new Spec()
                .with("aesthetic", aesthetic)
                .with("name", "")
                .with("limits", ids)
                .with("breaks", ids)
                .with(
                        "labels",
                        plot.keys().stream().map(key -> key.name() + AIR).toList())
                .with("values", values)
                .with(
                        "guide",
                        new Spec()
                                .with("name", "legend")
                                .with("ncol", plot.columns())
                                .with("byrow", true));
    }

    private static Spec theme(Plot plot) {
        Spec theme = new Spec()
                .with("name", "none")
                .with("text", text())
                .with("plot_title", text())
                .with("axis_title", text())
                .with("axis_text", text())
                // Or Lets-Plot would turn long ones.
                .with("axis_text_x", text().with("angle", 0))
                .with("legend_text", text())
                .with(
                        "panel_grid_major",
                        new Spec().with("color", Paint.GRID.hex()).with("size", 1))
                .with("plot_margin", margin())
                .with("legend_position", plot.legend() ? "bottom" : "none");
        Stream.of(
                        "axis_title_y",
                        "panel_grid_minor",
                        "axis_line",
                        "axis_ticks",
                        "legend_title",
                        "legend_background",
                        "plot_background",
                        "panel_background",
                        "panel_border")
                .forEach(part -> theme.with(part, BLANK));
        return theme;
    }

    /** On the right room for half a label at the axis's end. */
    private static Spec margin() {
        return new Spec().with("t", 0).with("r", 12).with("b", 0).with("l", 1);
    }

    private static Spec text() {
        return new Spec().with("size", FONT).with("color", Paint.INK.hex()).with("blank", false);
    }
}

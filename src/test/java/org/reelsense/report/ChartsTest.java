package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.evaluation.Proportion;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.Diagnostics.Slice;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.experiment.SizeRecord;
import org.xml.sax.InputSource;

class ChartsTest {

    private static final RunRecord RUN = Runs.full();
    private static final List<Figure> FIGURES = all(RUN);
    /** Half of what pixels are rounded to, and the error of ticks that are rounded too. */
    private static final double PIXEL = 0.16;
    /** A quantity with its unit, or one that needs none. */
    private static final String AXIS = "epoch|stars|negations per 100 tokens|[a-z].+, .+|.+ component \\(.+\\)";

    static List<Figure> all(RunRecord run) {
        return Stream.of(
                        Charts.results(run),
                        Charts.training(run),
                        Charts.slices(run),
                        Charts.probabilities(run),
                        Charts.sizes(run),
                        Charts.words(run))
                .flatMap(List::stream)
                .toList();
    }

    static List<Figure> figures() {
        return FIGURES;
    }

    static List<RunRecord> oddRuns() {
        return Stream.concat(HostileRuns.all().stream(), HostileRuns.oddFigures().stream())
                .toList();
    }

    @Test
    void all_fullRecord_hasEveryChartOnce() {
        assertThat(FIGURES.stream().map(Figure::id))
                .containsExactly(
                        "accuracy",
                        "cost",
                        "epochs",
                        "seconds",
                        "dev-loss",
                        "train-loss",
                        "slice-length",
                        "slice-stars",
                        "slice-negation",
                        "slice-rarity",
                        "reliability-before",
                        "reliability",
                        "roc",
                        "precision-recall",
                        "sizes",
                        "words");
    }

    @Test
    void all_recordOfTheFirstRelease_hasWhatItHoldsDataFor() {
        assertThat(all(Runs.two()).stream().map(Figure::id))
                .containsExactly("accuracy", "cost", "epochs", "seconds", "dev-loss", "train-loss");
    }

    @ParameterizedTest
    @MethodSource("figures")
    void figure_any_saysWhatItShows(Figure figure) throws Exception {
        Document svg = Jsoup.parse(figure.svg().source(), Parser.xmlParser());
        Element root = svg.expectFirst("svg");

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(figure.svg().source())))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(root.attr("role")).isEqualTo("img");
        assertThat(svg.getElementById(root.attr("aria-labelledby")).text()).isEqualTo(figure.title());
        assertThat(svg.getElementById(root.attr("aria-describedby")).text())
                .matches("(?s).*\\d.*\\.")
                .doesNotContain("NaN", "null", "Infinity");
        assertThat(figure.note()).endsWith(".");
    }

    /** Title of the axis below, and of the axis on the left above the chart. */
    @ParameterizedTest
    @MethodSource("figures")
    void figure_any_hasAxesWithUnits(Figure figure) {
        List<String> words = new Chart(figure).words();

        assertThat(words.stream().filter(word -> word.matches(AXIS)))
                .as(words.toString())
                .hasSize(figure.id().equals("accuracy") ? 1 : 2);
        assertThat(words.stream().filter(word -> word.matches("-?[\\d.,]+"))).hasSizeGreaterThan(2);
    }

    /** Colours are the page's by class, so that dark mode changes them; nothing is loaded, nothing has a colour of its own. */
    @ParameterizedTest
    @MethodSource("figures")
    void figure_any_isOfPlainShapesInThePagesColours(Figure figure) {
        Document svg = Jsoup.parse(figure.svg().source(), Parser.xmlParser());

        assertThat(svg.getAllElements().stream().skip(1).map(Element::tagName).distinct())
                .isSubsetOf("svg", "title", "desc", "text", "line", "path", "circle", "rect");
        assertThat(svg.select("line, path, circle, rect").stream().map(shape -> shape.attr("class")))
                .allMatch(style -> style.matches("grid|rule|(line|dot|hollow) c[0-8]"));
        assertThat(svg.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey())
                        .distinct())
                .isSubsetOf(
                        "class",
                        "viewBox",
                        "role",
                        "aria-labelledby",
                        "aria-describedby",
                        "id",
                        "x",
                        "y",
                        "x1",
                        "y1",
                        "x2",
                        "y2",
                        "cx",
                        "cy",
                        "r",
                        "width",
                        "height",
                        "d",
                        "text-anchor",
                        "stroke-width",
                        "stroke-opacity",
                        "stroke-dasharray");
        assertThat(figure.svg().source()).doesNotContain("url(", "#", "NaN").hasSizeLessThan(20_000);
    }

    @Test
    void style_everyColour_isThereLightAndDark() {
        for (int colour = 0; colour <= 8; colour++) {
            String both = Style.CSS + ChartStyle.CSS;
            assertThat(both.split("--c" + colour + ": #", -1)).hasSize(3);
            assertThat(ChartStyle.CSS).contains(".c" + colour + " { --c: var(--c" + colour + "); }");
        }
        assertThat(ChartStyle.CSS).doesNotContain("<", "&", "url(", "@import");
    }

    @ParameterizedTest
    @MethodSource("figures")
    void figure_any_staysInsideItsEdges(Figure figure) {
        staysInside(figure);
    }

    private static void staysInside(Figure figure) {
        Element svg = Jsoup.parse(figure.svg().source(), Parser.xmlParser()).expectFirst("svg");
        double height = Double.parseDouble(svg.attr("viewBox").split(" ")[3]);
        assertThat(values(svg, "x", "x1", "x2", "cx")).allMatch(x -> x >= 0 && x <= Svg.WIDTH);
        assertThat(values(svg, "y", "y1", "y2", "cy")).allMatch(y -> y >= 0 && y <= height - 2);
    }

    private static List<Double> values(Element chart, String... attributes) {
        return List.of(attributes).stream()
                .flatMap(name -> chart.select("[" + name + "]").eachAttr(name).stream())
                .map(Double::parseDouble)
                .toList();
    }

    @Test
    void all_twiceAndInOtherLanguages_isTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(all(Runs.full())).isEqualTo(FIGURES);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("oddRuns")
    void all_damagedRecords_areDrawnAsFarAsTheyGo(RunRecord run) throws Exception {
        for (Figure figure : all(run)) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(figure.svg().source())));
            assertThat(figure.svg().source()).doesNotContain("NaN", "Infinity", "<script");
            assertThat(figure.title() + figure.note()).doesNotContain("NaN", "Infinity", "null");
            staysInside(figure);
        }
    }

    @Test
    void results_hostileName_isShownAsItIs() {
        Chart chart = Chart.of(Charts.results(Runs.of("imdb", List.of(Runs.plain("<b>&\"'", 1)))), "accuracy");

        assertThat(chart.words()).contains("<b>&\"', seed 1");
        assertThat(chart.description()).startsWith("<b>&\"', seed 1: 90.00 [89.62, 90.36] %");
    }

    @Test
    void results_accuracies_standWhereTheAxisSays() {
        Chart chart = Chart.of(FIGURES, "accuracy");
        List<Double> seeds = percent("bilstm");
        double mean = seeds.stream().mapToDouble(seed -> seed).average().orElseThrow();
        List<Double> drawn = chart.marks("dot", 0).stream()
                .map(mark -> chart.across(mark.x()))
                .toList();

        assertThat(drawn).hasSize(4);
        IntStream.range(0, 3).forEach(i -> assertThat(drawn.get(i)).isCloseTo(seeds.get(i), within(0.01)));
        assertThat(drawn.get(3)).isCloseTo(mean, within(0.01));
        List<Point> interval = chart.spans(0).get(0);
        assertThat(chart.across(interval.get(0).x())).isCloseTo(mean - 0.33, within(0.01));
        assertThat(chart.across(interval.get(1).x())).isCloseTo(mean + 0.32, within(0.01));
        assertThat(chart.words()).contains("← majority", "← wordcount", "nbsvm");
        assertThat(FIGURES.get(0).note()).contains("An arrow: left of the axis.");
    }

    private static List<Double> percent(String name) {
        return RUN.models().stream()
                .filter(model -> model.name().equals(name))
                .map(model -> 100 * model.testAccuracy())
                .toList();
    }

    @Test
    void results_cost_isOnPowersAndStandsWhereTheAxisSays() {
        Chart chart = Chart.of(FIGURES, "cost");
        double seconds = RUN.models().stream()
                .filter(model -> model.name().equals("nbsvm"))
                .mapToDouble(Model::trainSeconds)
                .average()
                .orElseThrow();
        List<Point> marks = chart.marks("dot", 3);

        assertThat(chart.words()).contains("training time, s, log scale", "test accuracy, %");
        assertThat(chart.logAcross(marks.get(3).x())).isCloseTo(seconds, within(0.2));
        assertThat(chart.up(marks.get(3).y())).isCloseTo(91.82, within(0.02));
        assertThat(chart.description()).contains("nbsvm: 91.82 % in 2").doesNotContain("majority", "bilstm+nbsvm");
    }

    @Test
    void training_oneSeed_isALineThroughItsEpochs() {
        Chart chart = Chart.of(Charts.training(Runs.one()), "epochs");
        List<Epoch> history = Runs.BILSTM.history();
        List<Point> line = chart.lines(0).get(0);

        assertThat(line).hasSameSizeAs(history);
        for (int i = 0; i < history.size(); i++) {
            assertThat(chart.across(line.get(i).x())).isCloseTo(history.get(i).epoch(), within(0.01));
            assertThat(chart.up(line.get(i).y())).isCloseTo(100 * history.get(i).devAccuracy(), within(0.03));
        }
        List<Point> kept = chart.marks("dot", 0);
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).x()).isCloseTo(line.get(1).x(), within(PIXEL));
    }

    @Test
    void training_bySeconds_addsEpochsUp() {
        Chart chart = Chart.of(Charts.training(Runs.one()), "seconds");

        assertThat(chart.lines(0).get(0).stream().map(point -> chart.across(point.x())))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1 ? 0 : 1)
                .containsExactly(84.2, 168.4, 252.6);
        assertThat(chart.description()).startsWith("bilstm: 84.2 s 85.20 %, 168 s 89.96 %");
    }

    @Test
    void training_threeSeeds_areTheirMeanAndThreePaleLines() {
        Chart chart = Chart.of(FIGURES, "dev-loss");
        List<Model> seeds = RUN.models().stream()
                .filter(model -> model.name().equals("bigru"))
                .toList();
        double first = seeds.stream()
                .mapToDouble(model -> model.history().get(0).devLoss())
                .average()
                .orElseThrow();
        List<List<Point>> lines = chart.lines(1);

        assertThat(lines.get(3).get(0).y()).isLessThan(lines.get(3).get(3).y());
        assertThat(chart.up(lines.get(3).get(0).y())).isCloseTo(first, within(0.0005));
        assertThat(lines).hasSize(4).allMatch(line -> line.size() == 10);
        assertThat(chart.marks("dot", 1)).hasSize(3);
    }

    @Test
    void training_unequalEpochs_meanEndsWithTheShortest() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(
                        Runs.model("bilstm", 1, 10, 0.9, 0.9, List.of(Runs.epoch(1, 0.8), Runs.epoch(2, 0.9))),
                        Runs.BILSTM));
        List<List<Point>> lines = Chart.of(Charts.training(run), "epochs").lines(0);

        assertThat(lines.stream().map(List::size)).containsExactly(2, 3, 2);
    }

    /** Two seeds see the same 100 reviews, so the interval is that of 100. */
    @Test
    void slices_twoSeeds_haveTheirMeanAndTheIntervalOfOne() {
        RunRecord run = Runs.sliced(List.of(
                List.of(new Slice("length", "1-99", 100, 90), new Slice("length", "1000+", 40, 20)),
                List.of(new Slice("length", "1-99", 100, 84), new Slice("length", "1000+", 40, 24))));
        Chart chart = Chart.of(Charts.slices(run), "slice-length");
        List<Point> marks = chart.marks("dot", 0);
        List<Point> interval = chart.spans(0).get(0);

        assertThat(chart.across(marks.get(0).x())).isCloseTo(87, within(0.1));
        assertThat(chart.across(marks.get(1).x())).isCloseTo(55, within(0.1));
        assertThat(marks.get(0).y()).isLessThan(marks.get(1).y());
        assertThat(chart.across(interval.get(0).x()))
                .isCloseTo(100 * new Proportion(87, 100).wilson(0.95).low(), within(0.1));
        assertThat(chart.words()).containsSubsequence("length, tokens").contains("1-99", "1000+");
        assertThat(chart.description()).startsWith("1-99: bilstm 87.00 [");
    }

    @Test
    void probabilities_bins_standAtWhatWasSaidAndWhatWas() {
        Chart chart = Chart.of(FIGURES, "reliability-before");
        Diagnostics first = RUN.models().stream()
                .filter(model -> model.name().equals("bigru"))
                .findFirst()
                .orElseThrow()
                .diagnostics();
        List<Point> marks = chart.marks("dot", 1);

        assertThat(marks).hasSize(15);
        for (int i = 0; i < 15; i++) {
            assertThat(chart.across(marks.get(i).x()))
                    .isCloseTo(100 * first.calibrationBefore().get(i).meanProbability(), within(0.1));
            assertThat(chart.up(marks.get(i).y()))
                    .isCloseTo(100 * first.calibrationBefore().get(i).positiveShare(), within(0.1));
        }
        assertThat(chart.words()).contains("bigru", "nbsvm").doesNotContain("gru", "majority");
    }

    @Test
    void probabilities_roc_isCutAtItsEdges() {
        Chart chart = Chart.of(FIGURES, "roc");
        List<Point> line = chart.lines(0).get(0);

        assertThat(chart.up(line.get(0).y())).isCloseTo(60, within(0.1));
        assertThat(chart.across(line.get(line.size() - 1).x())).isCloseTo(40, within(0.1));
        assertThat(chart.description()).contains("bilstm: area under the curve 0.97");
    }

    @Test
    void sizes_twoSeeds_standWhereTheAxesSay() {
        Map<Integer, Double> means = RUN.sizes().stream()
                .filter(size -> size.name().equals("bilstm"))
                .collect(Collectors.groupingBy(
                        SizeRecord::trainReviews, TreeMap::new, Collectors.averagingDouble(SizeRecord::testAccuracy)));
        Chart chart = Chart.of(FIGURES, "sizes");
        List<Point> marks = chart.marks("dot", 0);

        assertThat(marks).hasSize(5);
        int i = 0;
        for (Map.Entry<Integer, Double> mean : means.entrySet()) {
            assertThat(chart.logAcross(marks.get(i).x()) / mean.getKey()).isCloseTo(1, within(0.01));
            assertThat(chart.up(marks.get(i++).y())).isCloseTo(100 * mean.getValue(), within(0.05));
        }
    }

    @Test
    void looks_elevenModels_differInMoreThanColour() {
        Looks looks = Looks.of(RUN);
        List<Look> all = RUN.models().stream()
                .map(model -> looks.of(model.name()))
                .distinct()
                .toList();

        assertThat(all).hasSize(11);
        assertThat(all.stream().map(Look::shape).distinct()).hasSize(11);
    }

    @Test
    void looks_twoRunsOfAModel_differ() {
        Looks looks = Looks.of(Runs.of(
                "imdb",
                List.of(
                        Runs.model("bilstm@a", 1, 3, 0.9, 0.9, List.of()),
                        Runs.model("bilstm@b", 1, 3, 0.9, 0.9, List.of()))));

        assertThat(looks.of("bilstm@a")).isEqualTo(Looks.of(RUN).of("bilstm"));
        assertThat(looks.of("bilstm@b")).isNotEqualTo(looks.of("bilstm@a"));
    }
}

package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.reelsense.embedding.WordMap;
import org.reelsense.embedding.WordMap.Place;
import org.xml.sax.InputSource;

/** That it is well-formed and stays inside is HtmlReportTest's. */
class WordMapChartTest {

    static final WordMap MAP = new WordMap(
            0.2512,
            0.0987,
            List.of(
                    new Place("superb", 0.5, 0.25, true),
                    new Place("great", 0.25, -0.25, true),
                    new Place("awful", -0.5, 0.25, false),
                    new Place("8/10", 0.2501, -0.2501, true)));

    /** As a file of somebody else might say. */
    static WordMap hostile() {
        return new WordMap(
                Double.NaN,
                1e300,
                List.of(
                        new Place("</svg><script>", 1, 2, true),
                        new Place("far", 1e300, -1e308, false),
                        new Place("nowhere", Double.NaN, 0, false)));
    }

    @Test
    void document_map_isXmlThatStandsAlone() throws Exception {
        String drawing = Reports.map(MAP).orElseThrow();

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(drawing)))
                        .getDocumentElement()
                        .getAttribute("xmlns"))
                .isEqualTo("http://www.w3.org/2000/svg");
        assertThat(drawing).contains("<style>", "class=\"ground\"").doesNotContain("href", "url(");
    }

    @Test
    void document_axesAndAlternative_sayWhatIsShown() {
        Document drawing = Jsoup.parse(Reports.map(MAP).orElseThrow());

        assertThat(drawing.select("text").eachText())
                .contains("first component (25.12 % of variance)", "second component (9.87 % of variance)")
                .contains("superb", "great", "awful", "positive", "negative");
        assertThat(drawing.select("desc").text())
                .isEqualTo("Across: 25.12 % of the variance; up: 9.87 % of the variance. Positive words:"
                        + " superb (0.50, 0.25), great (0.25, -0.25), 8/10 (0.25, -0.25)."
                        + " Negative words: awful (-0.50, 0.25).");
    }

    /** From the pixels back: the axes end at round numbers, and the two sides have marks of their own. */
    @Test
    void document_marks_standAtTheirCoordinates() {
        Chart chart = new Chart(WordMapChart.of(Runs.withWords(MAP)).orElseThrow());
        List<Point> dots = chart.marks("dot", 0);
        List<Point> diamonds = chart.marks("dot", 1);

        assertThat(dots).hasSize(3);
        assertThat(diamonds).hasSize(1);
        assertThat(chart.across(dots.get(0).x())).isCloseTo(0.5, within(0.002));
        assertThat(chart.up(dots.get(1).y())).isCloseTo(-0.25, within(0.002));
        assertThat(chart.across(diamonds.get(0).x())).isCloseTo(-0.5, within(0.002));
        assertThat(chart.up(diamonds.get(0).y())).isCloseTo(0.25, within(0.002));
    }

    /** Beside its dot, whose place is Lets-Plot's. */
    @Test
    void document_words_standBesideTheirDots() {
        Document drawing = Jsoup.parse(Reports.map(MAP).orElseThrow());
        Element superb = drawing.select("text:matches(^superb)").get(0);
        Element dot = drawing.select("circle").get(0);

        double beyond = left(superb) + width(superb) - Double.parseDouble(dot.attr("cx"));
        assertThat(Math.min(Math.abs(beyond), Math.abs(beyond - width(superb)))).isCloseTo(7, within(0.2));
        assertThat(Double.parseDouble(superb.attr("y")) - Double.parseDouble(dot.attr("cy")))
                .isCloseTo(4, within(0.2));
    }

    /** Words are at most 7.4 pixels a letter and 15 high; none may lie on another. */
    @Test
    void document_manyWords_labelsNeverOverlap() {
        Random random = new Random(9);
        List<Place> places = IntStream.range(0, 60)
                .mapToObj(i -> new Place("word" + i, random.nextGaussian(), random.nextGaussian(), i < 30))
                .toList();

        List<Element> labels = Jsoup.parse(
                        Reports.map(new WordMap(0.3, 0.2, places)).orElseThrow())
                .select("text:matches(^word)");

        assertThat(labels).hasSizeBetween(20, 60);
        for (int i = 0; i < labels.size(); i++) {
            for (Element other : labels.subList(i + 1, labels.size())) {
                assertThat(apart(labels.get(i), other))
                        .as(labels.get(i) + " and " + other)
                        .isTrue();
            }
        }
    }

    private static boolean apart(Element a, Element b) {
        return Math.abs(Double.parseDouble(a.attr("y")) - Double.parseDouble(b.attr("y"))) >= 14.8
                || left(a) + width(a) <= left(b) + 0.2
                || left(b) + width(b) <= left(a) + 0.2;
    }

    private static double left(Element label) {
        double x = Double.parseDouble(label.attr("x"));
        return switch (label.attr("text-anchor")) {
            case "middle" -> x - width(label) / 2;
            case "end" -> x - width(label);
            default -> x;
        };
    }

    private static double width(Element label) {
        return 7.4 * label.text().length();
    }

    @Test
    void document_nothingThatCanBeDrawn_isEmpty() {
        assertThat(Reports.map(new WordMap(0.5, 0.1, List.of(new Place("nowhere", Double.NaN, 0, true)))))
                .isEmpty();
    }

    @Test
    void report_wordsOfARun_areInBothReports() {
        String markdown = MarkdownReport.render(Content.of(Runs.withWords(MAP)), List.of());
        String page = HtmlReport.render(Content.of(Runs.withWords(MAP)), Runs.withWords(MAP), List.of());

        assertThat(markdown)
                .contains(
                        "## Word vectors",
                        "- \"bad\" is neighbour number 7 of \"good\"",
                        "among 400 polar words, 92.58 % share a word's side",
                        "- Positive words on the map, from left to right: great 8/10 superb.",
                        "- Negative words on the map, from left to right: awful.",
                        "whether they saw the text of dev or test is not known",
                        "29,000 from glove.txt (SHA-256 ab12), 999 initialised at random");
        assertThat(Jsoup.parse(page).getElementById("words-desc").text()).contains("superb (0.50, 0.25)");
        assertThat(Jsoup.parse(page).text()).contains("great 8/10 superb", "29,000 from glove.txt");
        assertThat(MarkdownReport.render(Content.of(Runs.one()), List.of())).doesNotContain("## Word vectors");
    }
}

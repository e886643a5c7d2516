package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final String HOSTILE = "</svg></style><script>alert('1')</script><img src=\"http://evil/x\">&amp;";

    @ParameterizedTest
    @MethodSource("runs")
    void render_anyRun_isWellFormedAndWithoutNaN(RunRecord run) throws Exception {
        String page = render(run);

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(page)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("html");
        assertThat(Jsoup.parse(page).body().text()).doesNotContain("NaN", "Infinity", "null");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_anyRun_loadsAndRunsNothing(RunRecord run) {
        Document page = Jsoup.parse(render(run));

        assertThat(page.select("script, link, img, iframe, object, embed, a, form, base, use, image, foreignObject"))
                .isEmpty();
        assertThat(page.getAllElements().stream().flatMap(element -> element.attributes().asList().stream()))
                .noneMatch(attribute ->
                        List.of("src", "href", "xlink:href", "style", "srcset").contains(attribute.getKey())
                                || attribute.getKey().startsWith("on"));
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }

    @Test
    void render_hostileNames_areShownAsTheyAre() {
        Document page = Jsoup.parse(render(hostile()));

        assertThat(page.title()).isEqualTo("Reelsense: " + HOSTILE + " on " + HOSTILE);
        assertThat(page.select("table").get(0).select("tbody td").get(0).text()).isEqualTo(HOSTILE);
        assertThat(page.select("svg desc").eachText()).allMatch(words -> words.startsWith("</svg></style><script"));
    }

    @Test
    void render_figures_areThoseOfMarkdownAndText() {
        RunRecord run = Runs.two();
        String text = Reports.text(run);
        String markdown = MarkdownReport.render(Content.of(run));
        Document page = Jsoup.parse(render(run));

        List<String> results = page.select("table").get(0).select("tbody td").eachText();
        assertThat(results).hasSize(22).allMatch(text::contains);
        assertThat(markdown).contains("| " + String.join(" | ", results.subList(0, 11)) + " |");
        assertThat(markdown).contains("| " + String.join(" | ", results.subList(11, 22)) + " |");
        assertThat(page.select("ul").get(0).select("li").eachText()).allMatch(text::contains);
        assertThat(text).contains(page.select(".signature").text());
    }

    @Test
    void render_eachChart_hasItsFiguresAsWords() {
        Document page = Jsoup.parse(render(Runs.two()));

        assertThat(page.select("svg")).hasSameSizeAs(ChartsTest.all(Runs.two()));
        for (Element chart : page.select("svg")) {
            assertThat(chart.attr("role")).isEqualTo("img");
            assertThat(page.getElementById(chart.attr("aria-labelledby")).text())
                    .isNotBlank();
        }
        assertThat(page.getElementById("accuracy-desc").text())
                .isEqualTo("bilstm, seed 1: 90.12 [89.74, 90.48] %; bigru, seed 1: 90.24 [89.86, 90.60] %.");
        assertThat(page.getElementById("epochs-desc").text())
                .contains("bigru: epoch 1 86.10 %, epoch 2 90.04 %, epoch 3 89.92 %.");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_everyShape_staysInsideItsChart(RunRecord run) {
        for (Element chart : Jsoup.parse(render(run)).select("svg")) {
            double height = Double.parseDouble(chart.attr("viewBox").split(" ")[3]);
            assertThat(values(chart, "x", "x1", "x2", "cx")).allMatch(x -> x >= 0 && x <= Svg.WIDTH);
            assertThat(values(chart, "y", "y1", "y2", "cy")).allMatch(y -> y >= 0 && y <= height);
        }
    }

    static List<RunRecord> runs() {
        Model single = Runs.model("bigru", 1, 3, 0.9, 0.9, List.of(Runs.epoch(1, 0.9)));
        Model perfect = Runs.model("bigru", 1, 3, 0.9964, 1.0, List.of(Runs.epoch(1, 1), Runs.epoch(2, 1)));
        Model none = Runs.model("nbsvm", 1, 0, Double.NaN, null, List.of(Runs.epoch(1, Double.NaN)));
        return List.of(
                Runs.two(),
                Runs.one(),
                hostile(),
                many(),
                Runs.of("imdb", List.of(single)),
                Runs.of("imdb", List.of(perfect)),
                Runs.of("imdb", List.of(none)),
                Runs.of("imdb", List.of()),
                Runs.withWords(WordMapChartTest.MAP),
                Runs.withWords(WordMapChartTest.hostile()));
    }

    private static RunRecord hostile() {
        return Runs.of(HOSTILE, List.of(Runs.model(HOSTILE, 1, 10, 0.9, 0.9, List.of(Runs.epoch(1, 0.9)))));
    }

    private static RunRecord many() {
        List<Model> models = new ArrayList<>();
        for (int seed = 1; seed <= 13; seed++) {
            double shift = seed / 100.0;
            models.add(Runs.model(
                    "bilstm",
                    seed,
                    10,
                    0.1 + shift,
                    0.5,
                    IntStream.rangeClosed(1, 40)
                            .mapToObj(epoch -> Runs.epoch(epoch, epoch / 50.0 + shift))
                            .toList()));
        }
        return Runs.of("imdb", models);
    }

    private static List<Double> values(Element chart, String... attributes) {
        return List.of(attributes).stream()
                .flatMap(name -> chart.select("[" + name + "]").eachAttr(name).stream())
                .map(Double::parseDouble)
                .toList();
    }

    private static String render(RunRecord run) {
        return HtmlReport.render(Content.of(run), run);
    }
}

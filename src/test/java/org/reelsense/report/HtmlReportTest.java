package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.experiment.RunRecord;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final int MOST_BYTES = 3_000_000;
    private static final List<RunRecord> RUNS = HostileRuns.all();

    @ParameterizedTest
    @MethodSource("runs")
    void render_anyRun_isWellFormedAndWithoutNaN(RunRecord run) throws Exception {
        Pages.Page page = Pages.of(run);

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(page.source())))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("html");
        assertThat(page.parsed().body().text()).doesNotContain("NaN", "Infinity", "null");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_anyRun_loadsAndRunsNothing(RunRecord run) {
        SafePage.assertLoadsAndRunsNothing(page(run));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_anyRun_hasIdsOfItsOwnAndLinksThatLead(RunRecord run) {
        Document page = page(run);

        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("nav a")).hasSizeGreaterThanOrEqualTo(3);
        for (Element link : page.select("[href]")) {
            assertThat(link.attr("href")).startsWith("#");
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_anyRun_isSmallEnough(RunRecord run) {
        assertThat(Pages.of(run).source().getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_everyTable_isFollowedByItsSignature(RunRecord run) {
        Document page = page(run);
        String signature = Content.of(run).signature();

        assertThat(page.select(".scroll")).isNotEmpty();
        for (Element box : page.select(".scroll")) {
            assertThat(box.nextElementSiblings().select("p.signature"))
                    .as("signature of " + box.attr("aria-label"))
                    .isNotEmpty()
                    .allMatch(line -> line.wholeText().equals(signature));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_eachChart_hasTitleAndDescription(RunRecord run) {
        Document page = page(run);

        for (Element chart : page.select("svg[role=img]")) {
            assertThat(chart.select("title").text()).isNotBlank();
            assertThat(chart.select("desc").text()).isNotBlank();
        }
    }

    @Test
    void render_hostileNames_areShownAsTheyAre() {
        Document page = page(HostileRuns.names());

        assertThat(page.title()).isEqualTo("Reelsense: " + HostileRuns.NAME + " on " + HostileRuns.NAME);
        assertThat(page.select("table").get(0).select("tbody td").get(0).text()).isEqualTo(HostileRuns.NAME);
    }

    @Test
    void render_hostileMistakes_areShownAsTheyAre() {
        Document page = Pages.of(Runs.one(), HostileRuns.mistakes()).parsed();

        assertThat(page.select("article")).hasSize(3);
        assertThat(page.select("article").get(0).text()).contains(HostileRuns.NAME);
        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.text().codePoints()).noneMatch(Character::isISOControl);
    }

    @Test
    void render_figures_areThoseOfMarkdown() {
        RunRecord run = Runs.full();
        String markdown = MarkdownReport.render(Content.of(run), InventedMistakes.all());
        Document page = page(run);

        for (Element row : page.select("table").get(0).select("tbody tr")) {
            for (String cell : row.select("td").eachText()) {
                assertThat(markdown).contains(MarkdownPage.escape(cell));
            }
        }
        assertThat(page.select("main li").eachText().stream().map(sentence -> sentence.replace('\u00a0', ' ')))
                .hasSizeGreaterThan(30)
                .allMatch(sentence -> markdown.contains("- " + MarkdownPage.escape(sentence) + "\n"));
    }

    @Test
    void render_fullRun_hasItsPartsInOrder() {
        assertThat(page(Runs.full()).select("main > section").eachAttr("id"))
                .containsExactly(
                        "results",
                        "pairs",
                        "training",
                        "slices",
                        "probabilities",
                        "mistakes",
                        "sizes",
                        "words",
                        "seeds",
                        "ran",
                        "method");
    }

    @Test
    void render_fullRun_setsTheBestInBold() {
        Element results = page(Runs.full()).select("table").get(0);

        assertThat(results.select("b").eachText()).containsExactly("93.39 ± 0.10", "93.79", "0.1522");
        assertThat(results.select("tbody tr").get(0).select("b")).hasSize(3);
    }

    @Test
    void render_longTables_areFolded() {
        Document page = page(Runs.full());

        assertThat(page.select("details > summary").eachText())
                .contains(
                        "Every pair that was compared (55 rows)",
                        "Test accuracy in % by length in tokens (9 rows)",
                        "Sizes, times and files (33 rows)",
                        "Epochs (180 rows)");
        assertThat(page.select("#mistakes > article")).hasSize(10);
        assertThat(page.select("#mistakes details > summary").eachText()).containsExactly("4 more reviews");
        assertThat(page.select("#mistakes details > article")).hasSize(4);
    }

    @Test
    void render_mistakes_marksWordsByWhatTheySpeakFor() {
        Element first = page(Runs.full()).select("article").get(0);

        assertThat(first.select("h4").text()).isEqualTo("test/pos/0_8, 8 stars: positive, taken for negative");
        assertThat(first.select("p.note").text().replace('\u00a0', ' '))
                .startsWith("bilstm with 99.90 %, bigru with 99.89 %, lstm with 99.88 %")
                .endsWith("; marked as bilstm weighs the words");
        assertThat(first.select("mark.against").eachText()).containsExactly("awful", "boring", "mess", "not", "wrong");
        assertThat(first.select("mark.for").eachText()).containsExactly("glad");
        assertThat(first.select("mark.against").first().hasClass("s4")).isTrue();
        assertThat(first.select("br")).hasSize(1);
    }

    private static Document page(RunRecord run) {
        return Pages.of(run).parsed();
    }

    static List<RunRecord> runs() {
        return RUNS;
    }
}

package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.forecast.ForecastFolder;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.InventedForecasts;
import org.xml.sax.InputSource;

class ForecastReportsTest {

    private static final int MOST_BYTES = 3_000_000;
    private static final Path GOLDEN = Path.of("src/test/resources/golden/report/forecast.txt");
    private static final Pattern BOLD = Pattern.compile("\033\\[1m(.*?)\033\\[0m");
    private static final List<ForecastRecord> RUNS = List.of(
            InventedForecasts.full(),
            InventedForecasts.one(),
            InventedForecasts.baselines(),
            InventedForecasts.prices(0.001),
            hostile(),
            many(),
            odd());

    @TempDir
    private Path folder;

    /** Names as somebody else's file could have them. */
    private static ForecastRecord hostile() {
        return InventedForecasts.of(
                HostileRuns.NAME,
                List.of(
                        InventedForecasts.network(HostileRuns.NAME, 1, 1, i -> 0.1),
                        InventedForecasts.network("\u202e\u0007" + "long".repeat(50), 1, 1, i -> 0.2),
                        InventedForecasts.baseline("persistence", 1, i -> 0.1)));
    }

    /** Twenty networks of five seeds. */
    private static ForecastRecord many() {
        return InventedForecasts.of(
                "weekly",
                IntStream.range(0, 100)
                        .mapToObj(i -> InventedForecasts.network(
                                "network-of-a-rather-long-name-" + i / 5, 20, 1 + i % 5, series -> 0.1 + i / 100.0))
                        .toList());
    }

    /** Figures that no run has. */
    private static ForecastRecord odd() {
        return InventedForecasts.of(
                "weekly",
                List.of(
                        InventedForecasts.network("lstm", 1, 1, i -> 0),
                        InventedForecasts.network("gru", 1, 1, i -> 1e100),
                        InventedForecasts.baseline("persistence", 1, i -> -1e-300)));
    }

    static List<ForecastRecord> runs() {
        return RUNS;
    }

    private static String source(ForecastRecord run) {
        return ForecastHtml.render(
                ForecastContent.of(run),
                new ForecastCharts(run, InventedForecasts.series(), InventedForecasts.forecasts(run)));
    }

    private static Document page(ForecastRecord run) {
        return Jsoup.parse(source(run));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_anyRun_isWellFormedSmallAndWithoutNaN(ForecastRecord run) throws Exception {
        String source = source(run);

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(source)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("html");
        assertThat(Jsoup.parse(source).body().text()).doesNotContain("NaN", "Infinity", "null");
        assertThat(source.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_anyRun_loadsAndRunsNothing(ForecastRecord run) {
        SafePage.assertLoadsAndRunsNothing(page(run));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void render_anyRun_linksLeadAndTablesAreSigned(ForecastRecord run) {
        Document page = page(run);
        String signature = ForecastContent.of(run).signature();

        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (Element link : page.select("[href]")) {
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        }
        for (Element box : page.select(".scroll")) {
            assertThat(box.nextElementSiblings().select("p.signature"))
                    .isNotEmpty()
                    .allMatch(line -> line.wholeText().equals(signature));
        }
        for (Element chart : page.select("svg[role=img]")) {
            assertThat(chart.select("title").text()).isNotBlank();
            assertThat(chart.select("desc").text()).isNotBlank();
        }
        assertThat(page.text()).doesNotContain("could not be drawn");
    }

    @Test
    void render_fullRun_hasPartsAndFiguresInOrder() {
        Document page = page(InventedForecasts.full());

        assertThat(page.select("main > section").eachAttr("id"))
                .containsExactly("horizon-1", "horizon-20", "series", "training", "seeds", "ran", "method");
        assertThat(page.select("figure").eachAttr("id"))
                .containsExactly(
                        "figure-errors-1",
                        "figure-forecasts-1",
                        "figure-errors-20",
                        "figure-forecasts-20",
                        "figure-series",
                        "figure-losses-1",
                        "figure-losses-20");
    }

    @Test
    void render_noDataBeside_leavesOnlyThoseChartsOut() {
        ForecastRecord run = InventedForecasts.full();

        String page = ForecastHtml.render(ForecastContent.of(run), new ForecastCharts(run, new double[0], Map.of()));

        assertThat(Jsoup.parse(page).select("figure").eachAttr("id"))
                .containsExactly("figure-errors-1", "figure-errors-20", "figure-losses-1", "figure-losses-20");
    }

    @Test
    void render_hostileNames_areShownAsTheyAre() {
        Document page = page(hostile());

        assertThat(page.title()).contains(HostileRuns.NAME);
        assertThat(page.text().codePoints()).noneMatch(Character::isISOControl);
    }

    @Test
    void render_figures_areThoseOfMarkdown() {
        ForecastRecord run = InventedForecasts.full();
        String markdown = ForecastMarkdown.render(ForecastContent.of(run));
        Document page = page(run);

        for (Element cell : page.select("tbody td")) {
            assertThat(markdown).contains(MarkdownPage.escape(cell.text()));
        }
        assertThat(page.select("main li").eachText().stream().map(sentence -> sentence.replace('\u00a0', ' ')))
                .hasSizeGreaterThan(20)
                .allMatch(sentence -> markdown.contains("- " + MarkdownPage.escape(sentence) + "\n"));
    }

    @Test
    void markdown_hostileNames_makeNoMarkup() {
        String markdown = ForecastMarkdown.render(ForecastContent.of(hostile()));

        assertThat(markdown).contains("\\<script\\>").doesNotContain("\u202e");
        assertThat(markdown.lines().filter(line -> !line.startsWith("`"))).noneMatch(line -> line.contains("><script"));
    }

    /** The figures were written by hand from the golden summaries. */
    @Test
    void text_fullRun_isTheGoldenTable() throws IOException {
        assertThat(ForecastReports.text(InventedForecasts.full())).isEqualTo(Files.readString(GOLDEN));
        assertThat(Files.readAllLines(GOLDEN))
                .filteredOn(line -> line.contains(" ")) // the signature is one word, to be copied
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void text_anyRun_steersNoTerminalAndStyledSaysTheSame(ForecastRecord run) {
        String text = ForecastReports.text(run);

        assertThat(text.codePoints().filter(point -> point != '\n'))
                .noneMatch(Character::isISOControl)
                .noneMatch(point -> Character.getType(point) == Character.FORMAT);
        assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
        assertThat(text).doesNotContain("NaN", "Infinity");
        assertThat(BOLD.matcher(ForecastReports.styledText(run)).replaceAll("$1"))
                .isEqualTo(text);
    }

    @Test
    void styledText_fullRun_theBestOfEachHorizonIsBold() {
        assertThat(BOLD.matcher(ForecastReports.styledText(InventedForecasts.full()))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("0.04349 ± 0.00151", "0.6565", "0.05175 ± 0.00180", "0.6482");
    }

    @Test
    void write_recordReadBack_givesTheSameBytesAndNothingElse() throws IOException {
        ForecastRecord run = InventedForecasts.full();
        ForecastFolder written = new ForecastFolder(folder.resolve("a"));
        written.write(run);
        for (ForecastRecord record : List.of(run, written.read())) {
            Path target = folder.resolve(record == run ? "a" : "b");
            ForecastReports.write(target, record, InventedForecasts.series(), InventedForecasts.forecasts(record));
        }

        assertThat(folder.resolve("b").toFile().list()).containsExactlyInAnyOrder("report.md", "report.html");
        assertThat(folder.resolve("a/report.html")).hasSameBinaryContentAs(folder.resolve("b/report.html"));
        assertThat(folder.resolve("a/report.md")).hasSameBinaryContentAs(folder.resolve("b/report.md"));
    }

    /** For {@code .ci/report-check} to open in a browser. */
    @Test
    void write_inventedRuns_leavePages() throws IOException {
        for (int i = 0; i < RUNS.size(); i++) {
            Path target = Path.of("target/report-pages/forecast-" + i);
            ForecastReports.write(
                    target, RUNS.get(i), InventedForecasts.series(), InventedForecasts.forecasts(RUNS.get(i)));
            assertThat(target.resolve("report.html")).isNotEmptyFile();
        }
    }
}

package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;

class TextReportTest {

    private static final List<Model> NETWORKS = List.of(
            OverSeeds.model(null, "bilstm", 1, 0.9, 100, 50, 10),
            OverSeeds.model(Model.NETWORK, "bigru", 1, 0.8, 80, 40, 10));

    private static final Pattern BOLD = Pattern.compile("\033\\[1m(.*?)\033\\[0m");

    /** The file was written by hand from the record. */
    @Test
    void text_twoModels_isTheGoldenTable() throws IOException {
        RunRecord run = Runs.of("imdb", List.of(Runs.BILSTM, Runs.BIGRU));

        assertThat(Reports.text(run)).isEqualTo(golden("two-models.txt"));
    }

    @Test
    void text_comparisons_standBetweenTableAndSignature() {
        Content content = Content.of(Runs.two());
        assertThat(content.comparisons()).isNotEmpty();

        String text = Reports.text(Runs.two());

        assertThat(text)
                .endsWith("\n\n"
                        + String.join(
                                "\n",
                                content.comparisons().stream()
                                        .map(TextReport::wrapped)
                                        .toList()) + "\n\n" + content.signature() + "\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }

    /** The file's figures were written by hand from the record. */
    @Test
    void text_overSeeds_isTheGoldenTable() throws IOException {
        assertThat(Reports.text(OverSeeds.record())).isEqualTo(golden("over-seeds.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-models.txt", "over-seeds.txt"})
    void text_usualNames_fitsHundredColumns(String file) throws IOException {
        assertThat(golden(file).lines()).allMatch(line -> line.length() <= 100);
    }

    /** Accuracy is the same to two decimals in two rows; NB-SVM is faster than every network and none of them. */
    @Test
    void styledText_overSeeds_theBestAndNothingElseIsBold() {
        String text = Reports.styledText(OverSeeds.record());

        assertThat(bold(text)).containsExactly("93.52 ± 0.12", "307", "9,000", "93.52 ± 0.04");
        assertThat(text.lines().filter(line -> line.contains("\033")))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("bigru ")
                .contains("  \033[1m307\033[0m      \033[1m9,000\033[0m   5,066,753");
    }

    @Test
    void styledText_aModelAndSeedARow_theBestIsBold() {
        assertThat(bold(Reports.styledText(Runs.two()))).containsExactly("1,834", "90.24", "252", "1,834");
    }

    @Test
    void styledText_nothingToCompare_isNotStyled() {
        RunRecord alone = OverSeeds.of(
                List.of(
                        OverSeeds.model(Model.NETWORK, "bigru", 1, 0.9, 100, 50, 10),
                        OverSeeds.model(Model.YARDSTICK, "nbsvm", 1, Double.NaN, 10, 500, 10)),
                null);

        assertThat(Reports.styledText(alone)).isEqualTo(Reports.text(alone));
        assertThat(Reports.styledText(Runs.one())).isEqualTo(Reports.text(Runs.one()));
        assertThat(Reports.styledText(OverSeeds.of(List.of(), List.of()))).doesNotContain("\033");
    }

    @Test
    void styledText_anyRun_saysTheSame() {
        for (RunRecord run : List.of(Runs.two(), OverSeeds.record())) {
            assertThat(BOLD.matcher(Reports.styledText(run)).replaceAll("$1")).isEqualTo(Reports.text(run));
        }
    }

    private static List<String> bold(String text) {
        return BOLD.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void text_oneSeedAmongSeveral_meansStandBelowEachOther() {
        RunRecord run = OverSeeds.of(
                NETWORKS, List.of(OverSeeds.summary("bilstm", 0.9, 0.01, 1), OverSeeds.summary("bigru", 0.8, null, 1)));

        assertThat(Reports.text(run).lines().skip(3).limit(2))
                .containsExactly(
                        "bilstm      2   90.00 ± 1.00  [89.65, 90.34]         89.70      1.00       50.0          10",
                        "bigru       2   80.00         [79.65, 80.34]         79.70      1.00       40.0          10");
    }

    @Test
    void text_oneSeed_speaksOfNoDeviation() {
        RunRecord run = OverSeeds.of(
                NETWORKS, List.of(OverSeeds.summary("bilstm", 0.9, null, 1), OverSeeds.summary("bigru", 0.8, null, 1)));

        assertThat(Reports.text(run)).doesNotContain("±", "sd").contains(" 90.00  [89.65");
    }

    /** Records of the first release know networks only, and do not say so. */
    @Test
    void text_noKind_isANetwork() {
        RunRecord run = OverSeeds.of(NETWORKS, null);

        assertThat(Reports.text(run).lines().filter(line -> line.startsWith("---")))
                .hasSize(1);
        assertThat(bold(Reports.styledText(run))).containsExactly("90.00", "50.0", "80.0");
    }

    /** Models stand seed by seed in a record, kinds together on the terminal. */
    @Test
    void text_kindsMixed_standInGroups() {
        RunRecord run = OverSeeds.of(OverSeeds.record().models(), null);

        assertThat(Reports.text(run)
                        .lines()
                        .skip(2)
                        .limit(13)
                        .map(line ->
                                line.replaceFirst("^(\\S+ +\\d|-+).*", "$1").replaceAll(" +| *-+", " ")))
                .containsExactly(
                        " ",
                        "majority 1",
                        "nbsvm 1",
                        "majority 2",
                        "nbsvm 2",
                        " ",
                        "bilstm 1",
                        "bigru 1",
                        "bilstm 2",
                        "bigru 2",
                        " ",
                        "bilstm+nbsvm 1",
                        "bilstm+nbsvm 2");
    }

    @Test
    void text_oneModel_comparesNothing() {
        assertThat(Reports.text(Runs.one()))
                .contains("bilstm", "data:imdb#")
                .doesNotContain("bigru", "McNemar", "\n\n\n");
    }

    @Test
    void text_figuresThatAreNone_showNoNaN() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(Runs.model("bilstm", 1, 0, Double.NaN, Double.NaN, List.of())),
                Runs.comparison(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY));

        assertThat(Reports.text(run))
                .contains("-         [-, -] ")
                .doesNotContainIgnoringCase("nan")
                .doesNotContainIgnoringCase("infinity");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void text_namesThatSteerATerminal_areDisarmed(boolean styled) {
        String hostile = "a\u001b[31m\r\nb\u202ec\u2028d\ud800";
        RunRecord run = Runs.of(hostile, List.of(Runs.model(hostile, 1, 10, 0.9, 0.9, List.of())));

        String text = styled ? Reports.styledText(run) : Reports.text(run);

        assertThat(text).contains("a\ufffd[31m\ufffd\ufffdb\ufffdc\ufffdd\ufffd");
        assertThat(text.codePoints().filter(point -> point != '\n'))
                .noneMatch(Character::isISOControl)
                .noneMatch(point -> Character.getType(point) == Character.FORMAT);
    }

    @Test
    void text_nameBeyondTheBasicPlane_keepsColumnsAligned() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(Runs.model("𝒃𝒊", 1, 10, 0.9, 0.9, List.of()), Runs.model("abc", 1, 10, 0.9, 0.9, List.of())));

        List<String> rows = Reports.text(run).lines().skip(3).limit(2).toList();

        assertThat(rows.get(0).codePointCount(0, rows.get(0).length()))
                .isEqualTo(rows.get(1).length());
    }

    @Test
    void wrapped_longSentence_breaksBetweenWordsOnly() {
        String sentence = "word ".repeat(60).strip() + " " + "x".repeat(120) + " end.";

        List<String> lines = TextReport.wrapped(sentence).lines().toList();

        assertThat(String.join(" ", lines.stream().map(String::strip).toList())).isEqualTo(sentence);
        assertThat(lines).hasSize(6).filteredOn(line -> line.length() > 100).containsExactly("  " + "x".repeat(120));
        assertThat(lines.subList(1, 6)).allMatch(line -> line.startsWith("  ") && !line.endsWith(" "));
    }

    @Test
    void wrapped_sentenceThatFits_isLeftAsItIs() {
        String fits = "x".repeat(50) + " " + "y".repeat(49);

        assertThat(TextReport.wrapped(fits)).isEqualTo(fits);
        assertThat(TextReport.wrapped(fits + "y").lines()).hasSize(2);
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                TextReportTest.class.getResourceAsStream("/golden/report/" + file), "golden file is missing")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

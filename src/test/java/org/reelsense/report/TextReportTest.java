package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.reelsense.experiment.RunRecord;

class TextReportTest {

    /** The file was written by hand from the record. */
    @Test
    void text_twoModels_isTheGoldenTable() throws IOException {
        assertThat(Reports.text(Runs.two())).isEqualTo(golden());
    }

    @Test
    void text_oneModel_comparesNothing() {
        assertThat(Reports.text(Runs.one()))
                .contains("bilstm", "data:imdb#")
                .doesNotContain("bigru", "McNemar", "\n\n\n");
    }

    @Test
    void text_noAuc_showsADash() {
        RunRecord run = Runs.of("imdb", List.of(Runs.model("bilstm", 1, 10, 0.9, null, List.of())));

        assertThat(Reports.text(run)).contains(" 0.9018    -    0.2457 ").doesNotContain("null");
    }

    @Test
    void text_figuresThatAreNone_showNoNaN() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(Runs.model("bilstm", 1, 0, Double.NaN, Double.NaN, List.of())),
                Runs.comparison(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY));

        assertThat(Reports.text(run))
                .contains("- [-, -]", "Seed 1: test accuracy was not compared.")
                .doesNotContainIgnoringCase("nan")
                .doesNotContainIgnoringCase("infinity");
    }

    @Test
    void text_namesThatSteerATerminal_areDisarmed() {
        String hostile = "a\u001b[31m\r\nb\u202ec\u2028d\ud800";
        RunRecord run = Runs.of(hostile, List.of(Runs.model(hostile, 1, 10, 0.9, 0.9, List.of())));

        assertThat(Reports.text(run)).contains("a\ufffd[31m\ufffd\ufffdb\ufffdc\ufffdd\ufffd");
        assertThat(Reports.text(run).codePoints().filter(point -> point != '\n'))
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

    private static String golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                TextReportTest.class.getResourceAsStream("/golden/report/two-models.txt"), "golden file is missing")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.experiment.RunRecord;

class MarkdownReportTest {

    @Test
    void render_twoModels_hasEveryPart() {
        String page = render(Runs.two());

        assertThat(page)
                .startsWith("# Reelsense: bilstm, bigru on imdb\n")
                .contains(
                        "| bigru  |        **90.24** |   89.86 to 90.60 |       **90.04** |         252 |  4,103,425 |"
                                + "     **0.2457** |     1 | network |\n",
                        "| bilstm |            90.12 |   89.74 to 90.48 |           89.96 |         312 |  4,103,425 |"
                                + "     **0.2457** |     1 | network |\n",
                        "`data:imdb#c40f74a18d3b|tokenizer:reelsense-tokens-1|seeds:1|commit:0123abc`",
                        "- Seed 1: bigru trains 1.24 times as fast",
                        "- Reviews: 22,500 training, 2,500 dev, 25,000 test, 50,000 unlabelled\n",
                        "- SHA-256 of the data: c40f74a18d3b61f90c1e15a93f1ddb5e5b7b0d5bbf5e3c7b4a1a2f3e4d5c6b7a\n",
                        "- Machine: Example CPU @ 2.10GHz, 2 cores\n",
                        "- Command: reelsense experiment --models bilstm,bigru\n",
                        "| bigru  |    1 |     2 |        84.2 |              0.3456 |           90.04 |         0.2613 | yes  |\n",
                        "cut from the labelled training reviews by film",
                        "never saw the text of dev or test");
    }

    @Test
    void render_everyTable_hasRowsOfOneLength() {
        List<String> rows =
                render(Runs.two()).lines().filter(line -> line.startsWith("|")).toList();

        assertThat(rows.stream().map(row -> row.split(" \\| ").length).distinct())
                .containsExactlyInAnyOrder(9, 8, 6, 10, 13);
    }

    @Test
    void render_noEpochsNoComparison_leavesThosePartsOut() {
        RunRecord run = Runs.of("imdb", List.of(Runs.model("nbsvm", 1, 2.5, 0.9, 0.9, List.of())));

        assertThat(render(run)).doesNotContain("Epochs", "Pair by pair");
    }

    @Test
    void render_hostileName_makesNoMarkup() {
        String hostile = "</td><script>|![x](http://evil)\n# `*_~";
        RunRecord run = Runs.of("imdb", List.of(Runs.model(hostile, 1, 10, 0.9, 0.9, List.of())));

        assertThat(render(run))
                .contains("| \\</td\\>\\<script\\>\\|![x\\](http://evil)\ufffd\\# \\`\\*\\_\\~ | ")
                .doesNotContain("<script>");
    }

    @Test
    void code_backticksInside_getALongerFence() {
        assertThat(MarkdownPage.code("a|b")).isEqualTo("`a|b`");
        assertThat(MarkdownPage.code("`a``b")).isEqualTo("``` `a``b ```");
    }

    private static String render(RunRecord run) {
        return MarkdownReport.render(Content.of(run), List.of());
    }
}

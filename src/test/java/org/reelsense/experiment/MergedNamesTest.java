package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which models of several runs are one model, which are two, and what both are called. */
class MergedNamesTest {

    private static final String COMMAND = "reelsense experiment --preset quick";

    private static final ScoredTrial GRU_1 = MadeTrials.network("gru", 1, 8, "1111000011");
    private static final ScoredTrial GRU_2 = MadeTrials.network("gru", 2, 6, "1111110000");
    private static final ScoredTrial GRU_3 = MadeTrials.network("gru", 3, 5, "0111111111");
    private static final ScoredTrial RNN_1 = MadeTrials.network("rnn", 1, 4, "0000111111");
    private static final ScoredTrial NBSVM_1 = MadeTrials.yardstick("nbsvm", 1, "1110111111");

    @TempDir
    Path path;

    private RunFolder run(String name, ScoredTrial... trials) throws IOException {
        return run(name, "commit", COMMAND, trials);
    }

    private RunFolder run(String name, String commit, String command, ScoredTrial... trials) throws IOException {
        return MadeTrials.folder(path.resolve(name), commit, command, trials);
    }

    /** As one who adds seeds to a run that is finished. */
    @Test
    void of_alikeWithOtherSeeds_isOneModelWithAllSeeds() throws Exception {
        RunFolder first = run("a", "commit", COMMAND + " --seeds 1 --out a --threads=1", GRU_1, RNN_1);
        RunFolder more = run("b", "commit", "reelsense experiment --seeds 2,3 --json --preset quick", GRU_2, GRU_3);

        RunRecord merged = MergedRuns.of(List.of(first, more));

        assertThat(names(merged)).containsExactly("gru 1", "rnn 1", "gru 2", "gru 3");
        ModelSummary gru = merged.summaries().get(0);
        assertThat(gru.seeds()).containsExactly(1L, 2L, 3L);
        assertThat(gru.testAccuracy()).isEqualTo((0.6 + 0.6 + 0.9) / 3, within(1e-12));
        assertThat(merged.pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.seeds()).containsExactly(1L));
    }

    @ParameterizedTest
    @CsvSource({
        "other, reelsense experiment --preset quick",
        "commit, reelsense experiment",
        "commit, reelsense experiment --preset quick --pieces 1000",
        "commit, reelsense experiment --preset quick --models gru --words=3",
    })
    void of_madeInAnotherWay_isTwoModels(String commit, String command) throws Exception {
        RunRecord merged = MergedRuns.of(List.of(run("a", GRU_1), run("b", commit, command, GRU_2)));

        assertThat(names(merged)).containsExactly("gru@a 1", "gru@b 2");
        assertThat(merged.pairs()).isEmpty();
    }

    @Test
    void of_seedsPartlyShared_isTwoModelsComparedAtThose() throws Exception {
        RunRecord merged = MergedRuns.of(List.of(run("a", GRU_1, GRU_2, RNN_1), run("b", GRU_2, GRU_3)));

        assertThat(names(merged)).containsExactly("gru@a 1", "gru@a 2", "rnn 1", "gru@b 2", "gru@b 3");
        PairSummary pair = merged.pairs().stream()
                .filter(one -> one.b().equals("gru@b"))
                .findFirst()
                .orElseThrow();
        assertThat(pair.a()).isEqualTo("gru@a");
        assertThat(pair.seeds()).containsExactly(2L);
        assertThat(pair.accuracyDifference()).isZero();
        assertThat(merged.comparisons())
                .extracting(RunRecord.Comparison::a, RunRecord.Comparison::b, RunRecord.Comparison::seed)
                .containsExactly(tuple("gru@a", "rnn", 1L), tuple("gru@a", "gru@b", 2L));
    }

    /** In a folder with a plus, which is not one of an average. */
    @Test
    void of_averageOfARenamedModel_isRenamedAndComparedWithItsParts() throws Exception {
        RunRecord merged = MergedRuns.of(List.of(run("a", GRU_1, RNN_1), run("b+c", GRU_1, NBSVM_1)));

        assertThat(names(merged)).containsExactly("gru@a 1", "rnn 1", "gru@b+c 1", "nbsvm 1", "gru+nbsvm@b+c 1");
        assertThat(merged.pairs())
                .filteredOn(pair -> pair.b().equals("gru+nbsvm@b+c"))
                .extracting(PairSummary::a)
                .containsExactly("gru@b+c", "nbsvm");
    }

    @Test
    void of_wholeRunTwice_keepsAveragesWithTheirOwnParts() throws Exception {
        RunRecord merged = MergedRuns.of(List.of(run("a", GRU_1, NBSVM_1), run("b", GRU_1, NBSVM_1)));

        assertThat(merged.pairs())
                .filteredOn(pair -> pair.a().contains("+") || pair.b().contains("+"))
                .extracting(pair -> pair.a() + " " + pair.b())
                .containsExactly(
                        "gru@a gru+nbsvm@a", "nbsvm@a gru+nbsvm@a", "gru@b gru+nbsvm@b", "nbsvm@b gru+nbsvm@b");
    }

    @Test
    void of_sizes_areRenamedAsTheirModels() throws Exception {
        RunFolder first = run("a", GRU_1);
        RunFolder second = new RunFolder(path.resolve("b"));
        MadeTrials.folder(second.path(), "commit", COMMAND, GRU_1, RNN_1);
        List<SizeRecord> sizes = List.of(SizeRecord.of(GRU_1.model(), 2), SizeRecord.of(RNN_1.model(), 2));
        second.write(MadeTrials.record("commit", COMMAND, List.of(GRU_1, RNN_1), sizes));

        assertThat(MergedRuns.of(List.of(first, second)).sizes())
                .extracting(SizeRecord::name)
                .containsExactly("gru@b", "rnn");
    }

    private static List<String> names(RunRecord record) {
        return record.models().stream()
                .map(model -> model.name() + " " + model.seed())
                .toList();
    }
}

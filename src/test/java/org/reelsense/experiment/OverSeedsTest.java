package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.reelsense.evaluation.MeanAccuracy;
import org.reelsense.evaluation.MeanDifference;
import org.reelsense.evaluation.SeedBootstrap;

/** Summaries of verdicts that are few enough to count. */
class OverSeedsTest {

    private static final Offset<Double> CLOSE = within(1e-12);
    private static final boolean[] POSITIVE = MadeTrials.positive(10);

    private static final ScoredTrial GRU_1 = MadeTrials.network("gru", 1, 8, "1111111100");
    private static final ScoredTrial GRU_2 = MadeTrials.network("gru", 2, 2, "1111110000");
    private static final ScoredTrial RNN_1 = MadeTrials.network("rnn", 1, 4, "0000000011");
    private static final ScoredTrial RNN_2 = MadeTrials.network("rnn", 2, 4, "1111010000");

    @Test
    void of_twoSeeds_summariesAreMeansAndDeviations() throws Exception {
        List<ModelSummary> summaries = over(GRU_1, RNN_1, GRU_2, RNN_2).summaries();

        assertThat(summaries).extracting(ModelSummary::name).containsExactly("gru", "rnn");
        ModelSummary gru = summaries.get(0);
        assertThat(gru.seeds()).containsExactly(1L, 2L);
        assertThat(gru.testAccuracy()).isEqualTo(0.7, CLOSE); // of 0.8 and 0.6
        assertThat(gru.testAccuracySd()).isCloseTo(Math.sqrt(0.02), CLOSE);
        assertThat(gru.devAccuracy()).isEqualTo(0.7, CLOSE);
        assertThat(gru.testLogLoss())
                .isEqualTo((GRU_1.model().testLogLoss() + GRU_2.model().testLogLoss()) / 2, CLOSE);
        assertThat(gru.trainSeconds()).isEqualTo(5);
        assertThat(gru.trainSecondsSd()).isCloseTo(Math.sqrt(18), CLOSE);
    }

    /** At seed 1 eight reviews against two: p is 0.11; at seed 2 the one against none says nothing. */
    @Test
    void of_twoSeeds_pairIsOfTheMeans() throws Exception {
        PairSummary pair = over(GRU_1, RNN_1, GRU_2, RNN_2).pairs().get(0);

        assertThat(pair.a()).isEqualTo("gru");
        assertThat(pair.b()).isEqualTo("rnn");
        assertThat(pair.seeds()).containsExactly(1L, 2L);
        assertThat(pair.accuracyDifference()).isEqualTo(0.7 - 0.35, CLOSE);
        assertThat(pair.significantSeeds()).isZero();
        assertThat(pair.trainTimeRatio()).isCloseTo(1, CLOSE); // the geometric mean of 2 and 1/2
        assertThat(pair.trainTimeRatioLow()).isEqualTo(0.5);
        assertThat(pair.trainTimeRatioHigh()).isEqualTo(2);
    }

    @Test
    void of_oneSeedSignificant_isCounted() throws Exception {
        ScoredTrial right = MadeTrials.network("gru", 1, 1, "1111111111");
        ScoredTrial wrong = MadeTrials.network("rnn", 1, 1, "0000000000");

        assertThat(over(right, GRU_2, wrong, RNN_2).pairs().get(0).significantSeeds())
                .isEqualTo(1);
    }

    /** Seeds in whatever order they were trained in: the bootstrap gets them ascending. */
    @Test
    void of_twoSeeds_intervalsAreTheBootstraps() throws Exception {
        OverSeeds overSeeds = over(RNN_2, GRU_2, GRU_1, RNN_1);

        SeedBootstrap bootstrap = SeedBootstrap.of(
                List.of(
                        new boolean[][] {RNN_1.correct(POSITIVE), RNN_2.correct(POSITIVE)},
                        new boolean[][] {GRU_1.correct(POSITIVE), GRU_2.correct(POSITIVE)}),
                1);
        MeanAccuracy rnn = bootstrap.accuracy(0);
        MeanDifference difference = bootstrap.difference(0, 1);
        ModelSummary summary = overSeeds.summaries().get(0);
        PairSummary pair = overSeeds.pairs().get(0);
        assertThat(summary.testAccuracyLow()).isEqualTo(rnn.interval().low());
        assertThat(summary.testAccuracyHigh()).isEqualTo(rnn.interval().high());
        assertThat(pair.accuracyDifferenceLow()).isEqualTo(difference.interval().low());
        assertThat(pair.accuracyDifferenceHigh())
                .isEqualTo(difference.interval().high());
        assertThat(pair.bootstrapP()).isEqualTo(difference.p());
    }

    @Test
    void of_oneSeed_agreesWithTheComparison() throws Exception {
        List<ScoredTrial> trials = List.of(GRU_1, RNN_1, MadeTrials.yardstick("nbsvm", 1, "1110111111"));

        OverSeeds overSeeds = OverSeeds.of(trials, POSITIVE, true);
        List<RunRecord.Comparison> comparisons = Comparisons.of(trials, POSITIVE, true);

        assertThat(overSeeds.pairs()).hasSameSizeAs(comparisons).hasSize(3);
        for (int i = 0; i < comparisons.size(); i++) {
            PairSummary pair = overSeeds.pairs().get(i);
            RunRecord.Comparison comparison = comparisons.get(i);
            assertThat(List.of(pair.a(), pair.b())).containsExactly(comparison.a(), comparison.b());
            assertThat(pair.accuracyDifference()).isCloseTo(comparison.accuracyDifference(), CLOSE);
            assertThat(pair.significantSeeds()).isEqualTo(comparison.mcnemarP() < 0.05 ? 1 : 0);
            assertThat(comparison.trainTimeRatio()).isEqualTo(i == 0 ? 2.0 : null);
            assertThat(pair.trainTimeRatioLow()).isEqualTo(comparison.trainTimeRatio());
            assertThat(pair.trainTimeRatioHigh()).isEqualTo(comparison.trainTimeRatio());
        }
        for (int i = 0; i < trials.size(); i++) {
            ModelSummary summary = overSeeds.summaries().get(i);
            assertThat(summary.testAccuracy()).isEqualTo(trials.get(i).model().testAccuracy(), CLOSE);
            assertThat(summary.testAccuracySd()).isNull();
            assertThat(summary.trainSecondsSd()).isNull();
        }
    }

    @Test
    void of_seedsPartlyShared_pairIsOfTheSharedOnes() throws Exception {
        ScoredTrial rnn3 = MadeTrials.network("rnn", 3, 4, "1111111111");

        OverSeeds overSeeds = over(GRU_1, GRU_2, RNN_2, rnn3);

        assertThat(overSeeds.summaries().get(0).seeds()).containsExactly(1L, 2L);
        assertThat(overSeeds.summaries().get(1).seeds()).containsExactly(2L, 3L);
        assertThat(overSeeds.summaries().get(1).testAccuracy()).isEqualTo(0.75, CLOSE);
        PairSummary pair = overSeeds.pairs().get(0);
        assertThat(pair.seeds()).containsExactly(2L);
        assertThat(pair.accuracyDifference()).isEqualTo(0.6 - 0.5, CLOSE);
        assertThat(pair.trainTimeRatio()).isEqualTo(0.5, CLOSE);
        assertThat(Comparisons.of(List.of(GRU_1, GRU_2, RNN_2, rnn3), POSITIVE, true))
                .extracting(RunRecord.Comparison::seed)
                .containsExactly(2L);
    }

    @Test
    void of_noSeedShared_isNoPair() throws Exception {
        assertThat(over(GRU_1, RNN_2).pairs()).isEmpty();
        assertThat(over(GRU_1, RNN_2).summaries()).hasSize(2);
    }

    @Test
    void of_otherMachineOrYardstick_hasNoTimeRatio() throws Exception {
        PairSummary elsewhere =
                OverSeeds.of(List.of(GRU_1, RNN_1), POSITIVE, false).pairs().get(0);
        PairSummary yardstick = over(GRU_1, MadeTrials.yardstick("nbsvm", 1, "1110111111"))
                .pairs()
                .get(0);

        assertThat(elsewhere.trainTimeRatio()).isNull();
        assertThat(elsewhere.trainTimeRatioLow()).isNull();
        assertThat(yardstick.trainTimeRatio()).isNull();
        assertThat(yardstick.trainTimeRatioHigh()).isNull();
    }

    @Test
    void of_averages_arePairedWithTheirPartsOnly() throws Exception {
        List<ScoredTrial> trials =
                new ArrayList<>(List.of(GRU_1, RNN_1, MadeTrials.yardstick("nbsvm", 1, "1110111111")));
        trials.addAll(new Averages(POSITIVE, POSITIVE).of(trials));

        List<String> pairs = OverSeeds.of(trials, POSITIVE, true).pairs().stream()
                .map(pair -> pair.a() + " " + pair.b())
                .toList();

        assertThat(pairs)
                .containsExactly(
                        "gru rnn",
                        "gru nbsvm",
                        "gru gru+nbsvm",
                        "rnn nbsvm",
                        "rnn rnn+nbsvm",
                        "nbsvm gru+nbsvm",
                        "nbsvm rnn+nbsvm");
    }

    private static OverSeeds over(ScoredTrial... trials) throws InterruptedException {
        return OverSeeds.of(List.of(trials), POSITIVE, true);
    }
}

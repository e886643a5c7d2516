package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelsense.experiment.PairSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Comparison;
import org.reelsense.experiment.RunRecord.Model;

class ComparisonSentenceTest {

    @Test
    void oneSeed_firstIsFasterAndBetter_namesItFirst() {
        assertThat(sentence(Runs.comparison(0.0004, 0.0123, 0.0061, 0.01849, 0.5)))
                .isEqualTo("Seed 1: bilstm trains 2.00 times as fast as bigru (312 s against 252 s); bilstm is 1.23"
                        + " points more accurate on test than bigru (95 % interval 0.61 to 1.85, McNemar p < 0.001),"
                        + " which is significant.");
    }

    @Test
    void oneSeed_secondIsFasterAndBetter_turnsRatioDifferenceAndInterval() {
        assertThat(sentence(Runs.comparison(0.032, -0.0123, -0.0185, -0.0061, 2)))
                .isEqualTo("Seed 1: bigru trains 2.00 times as fast as bilstm (252 s against 312 s); bigru is 1.23"
                        + " points more accurate on test than bilstm (95 % interval 0.61 to 1.85, McNemar p = 0.032),"
                        + " which is significant.");
    }

    @Test
    void oneSeed_notSignificant_callsNobodyBetter() {
        assertThat(sentence(Runs.comparison(0.41, -0.0012, -0.0034, 0.00104, 1.24)))
                .isEqualTo("Seed 1: bigru trains 1.24 times as fast as bilstm (252 s against 312 s); test accuracy"
                        + " differs by 0.12 points in favour of bigru (95 % interval -0.10 to 0.34, McNemar p = 0.41),"
                        + " which is not significant.");
    }

    @Test
    void oneSeed_equalTimesAndAccuracies_saysSo() {
        assertThat(sentence(Runs.comparison(1, 0, -0.0021, 0.0021, 1.004)))
                .isEqualTo("Seed 1: bigru and bilstm train equally fast (252 s against 312 s); test accuracy is the"
                        + " same (95 % interval -0.21 to 0.21, McNemar p = 1.00).");
    }

    @Test
    void oneSeed_differenceThatRoundsToNothing_isNotCalledNone() {
        assertThat(sentence(Runs.comparison(1, -0.00004, -0.0021, 0.0021, 1)))
                .contains("test accuracy differs by less than 0.01 points (95 % interval -0.21 to 0.21");
    }

    @Test
    void oneSeed_timeNotMeasured_isSilentOnSpeed() {
        for (double ratio : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0}) {
            assertThat(sentence(Runs.comparison(0.5, 0.001, -0.001, 0.003, ratio)))
                    .startsWith("Seed 1: test accuracy differs by 0.10 points in favour of bilstm");
        }
    }

    @Test
    void oneSeed_unequalEpochs_namesThem() {
        Model shorter = withEpochs(Runs.BIGRU, 2);
        RunRecord run = Runs.of("imdb", List.of(Runs.BILSTM, shorter), Runs.comparison(0.5, 0, -0.1, 0.1, 1.24));

        assertThat(sentences(run).get(0))
                .contains("bigru trains 1.24 times as fast as bilstm (252 s in 2 epochs against 312 s in 3 epochs);");
    }

    /** A yardstick has no epochs to speak of. */
    @Test
    void oneSeed_noEpochs_namesNone() {
        Model yardstick = withEpochs(Runs.BIGRU, 0);
        RunRecord run = Runs.of("imdb", List.of(Runs.BILSTM, yardstick), Runs.comparison(0.5, 0, -0.1, 0.1, 1.24));

        assertThat(sentences(run).get(0)).contains("(252 s against 312 s);");
    }

    @Test
    void oneSeed_oneEpoch_isSingular() {
        RunRecord run = Runs.of(
                "imdb", List.of(Runs.BILSTM, withEpochs(Runs.BIGRU, 1)), Runs.comparison(0.5, 0, -0.1, 0.1, 1.24));

        assertThat(sentences(run).get(0)).contains("(252 s in 1 epoch against 312 s in 3 epochs);");
    }

    @Test
    void oneSeed_modelsOfAnotherSeed_lendNoTimes() {
        Comparison other = new Comparison("bilstm", "bigru", 2, 0.5, 0.001, -0.001, 0.003, 1.24);

        assertThat(sentence(other))
                .startsWith("Seed 2: bigru trains 1.24 times as fast as bilstm; test accuracy differs by 0.10");
    }

    @Test
    void oneSeed_summaryBesideComparison_speaksOfMcNemar() {
        RunRecord run = Runs.paired(
                List.of(Runs.BILSTM, Runs.BIGRU),
                pair(List.of(1L), 0.0012, -0.0009, 0.0034, 0.2, null),
                new Comparison("bigru", "bilstm", 1, 0.41, -0.0012, -0.0034, 0.0010, null));

        assertThat(sentences(run))
                .containsExactly("Seed 1: test accuracy differs by 0.12 points in favour of bilstm (95 % interval -0.10"
                        + " to 0.34, McNemar p = 0.41), which is not significant.");
    }

    @Test
    void threeSeeds_fasterAndNotSignificant_isTheSentenceOfTheReport() {
        assertThat(overSeeds(0.0010, -0.0012, 0.0031, 0.38, 1.24))
                .isEqualTo("bigru trains 1.24 times as fast as bilstm (1.22 to 1.26 over 3 seeds; 252 s against 312 s"
                        + " on average); test accuracy differs by 0.10 points in favour of bilstm (95 % interval -0.12"
                        + " to 0.31, p = 0.38), which is not significant.");
    }

    @Test
    void threeSeeds_turnedRound_saysTheSame() {
        PairSummary turned = new PairSummary(
                "bigru",
                "bilstm",
                List.of(1L, 2L, 3L),
                -0.0010,
                -0.0031,
                0.0012,
                0.38,
                0,
                1 / 1.24,
                1 / 1.26,
                1 / 1.22);

        assertThat(sentences(Runs.paired(threeSeeds(), turned)))
                .containsExactly(overSeeds(0.0010, -0.0012, 0.0031, 0.38, 1.24));
    }

    /** The interval is honest as long as the seeds do not differ by much, so how much they do stands beside it. */
    @Test
    void threeSeeds_eachCompared_tellTheirStandardDeviation() {
        RunRecord run = Runs.paired(
                threeSeeds(),
                pair(List.of(1L, 2L, 3L), 0.0010, -0.0012, 0.0031, 0.38, 1.24),
                new Comparison("bilstm", "bigru", 1, 0.5, 0.0010, 0, 0, 1.24),
                new Comparison("bigru", "bilstm", 2, 0.5, 0.0005, 0, 0, 1.24),
                new Comparison("bilstm", "bigru", 3, 0.5, 0.0025, 0, 0, 1.24));

        assertThat(sentences(run).get(0))
                .contains("(95 % interval -0.12 to 0.31, standard deviation between seeds 0.15, p = 0.38; McNemar's"
                        + " test is significant at 0 of 3 seeds)");
        assertThat(Content.of(run).pairs().rows().get(0)).contains("0.10 ± 0.15 [-0.12, 0.31]");
    }

    @Test
    void threeSeeds_significant_namesTheBetterFirst() {
        assertThat(overSeeds(-0.0052, -0.0073, -0.0031, 0.0002, 1.24))
                .endsWith("; bigru is 0.52 points more accurate on test than bilstm (95 % interval 0.31 to 0.73,"
                        + " p < 0.001), which is significant.");
    }

    /** The interval's verdict may differ from the test's by a hair; the sentence keeps to the test. */
    @Test
    void threeSeeds_intervalWithoutZeroButNotSignificant_followsTheTest() {
        assertThat(overSeeds(0.0020, 0.0001, 0.0039, 0.0501, 1.24)).endsWith("p = 0.050), which is not significant.");
    }

    @Test
    void threeSeeds_equalTimes_keepTheRange() {
        assertThat(overSeeds(0, -0.0021, 0.0021, 1, 1.001))
                .startsWith("bigru and bilstm train equally fast (0.98 to 1.02 over 3 seeds; 252 s against 312 s on"
                        + " average); test accuracy is the same (");
    }

    @Test
    void threeSeeds_oneNotTrained_isSilentOnSpeed() {
        PairSummary untimed = pair(List.of(1L, 2L, 3L), 0.0010, -0.0012, 0.0031, 0.38, null);

        assertThat(sentences(Runs.paired(threeSeeds(), untimed)).get(0)).startsWith("test accuracy differs by 0.10");
    }

    @Test
    void threeSeeds_noPairs_goSeedBySeed() {
        RunRecord run = Runs.of(
                "imdb",
                threeSeeds(),
                new Comparison("bilstm", "bigru", 1, 0.5, 0.001, -0.001, 0.003, 1.24),
                new Comparison("bilstm", "bigru", 2, 0.01, 0.004, 0.001, 0.007, 1.2));

        assertThat(sentences(run)).hasSize(2);
        assertThat(sentences(run).get(0)).startsWith("Seed 1: ").endsWith("which is not significant.");
        assertThat(sentences(run).get(1)).startsWith("Seed 2: ").endsWith("which is significant.");
    }

    @Test
    void anySeeds_notANumber_wasNotCompared() {
        PairSummary none = pair(List.of(1L, 2L), Double.NaN, Double.NaN, Double.NaN, Double.NaN, null);

        assertThat(sentences(Runs.paired(threeSeeds(), none))).containsExactly("test accuracy was not compared.");
    }

    @Test
    void p_nextToTheLimit_isWrittenOnItsOwnSide() {
        assertThat(Figures.p(0.04999)).isEqualTo("p = 0.04999");
        assertThat(Figures.p(0.0499)).isEqualTo("p = 0.0499");
        assertThat(Figures.p(0.05)).isEqualTo("p = 0.050");
        assertThat(Figures.p(0.05004)).isEqualTo("p = 0.050");
        assertThat(Figures.p(0.001)).isEqualTo("p = 0.001");
        assertThat(Figures.p(0.00099)).isEqualTo("p < 0.001");
        assertThat(Figures.p(0)).isEqualTo("p < 0.001");
        assertThat(Figures.p(0.4149)).isEqualTo("p = 0.41");
        assertThat(Figures.p(Double.NaN)).isEqualTo("p unknown");
        assertThat(Figures.pValue(0.032)).isEqualTo("0.032");
        assertThat(Figures.pValue(0.0001)).isEqualTo("< 0.001");
    }

    @Test
    void fixed_numberThatRoundsToZero_hasNoSign() {
        assertThat(Figures.percent(-0.00001)).isEqualTo("0.00");
        assertThat(Figures.percent(-0.0)).isEqualTo("0.00");
    }

    private static String overSeeds(double difference, double low, double high, double p, double ratio) {
        return sentences(Runs.paired(threeSeeds(), pair(List.of(1L, 2L, 3L), difference, low, high, p, ratio)))
                .get(0);
    }

    private static PairSummary pair(
            List<Long> seeds, double difference, double low, double high, double p, @Nullable Double ratio) {
        return new PairSummary(
                "bilstm",
                "bigru",
                seeds,
                difference,
                low,
                high,
                p,
                1,
                ratio,
                ratio == null ? null : ratio - 0.02,
                ratio == null ? null : ratio + 0.02);
    }

    private static List<Model> threeSeeds() {
        return List.of(
                Runs.model("bilstm", 1, 310, 0.9, 0.9, List.of()),
                Runs.model("bilstm", 2, 312, 0.9, 0.9, List.of()),
                Runs.model("bilstm", 3, 314, 0.9, 0.9, List.of()),
                Runs.model("bilstm", 4, 999, 0.9, 0.9, List.of()),
                Runs.model("bigru", 1, 250, 0.9, 0.9, List.of()),
                Runs.model("bigru", 2, 252, 0.9, 0.9, List.of()),
                Runs.model("bigru", 3, 254, 0.9, 0.9, List.of()));
    }

    private static String sentence(Comparison comparison) {
        return sentences(Runs.compared(comparison)).get(0);
    }

    private static List<String> sentences(RunRecord run) {
        return ComparisonSentence.all(Pairing.all(run), Contender.all(run));
    }

    private static Model withEpochs(Model model, int epochs) {
        return Runs.with(model, epochs, model.trainSeconds(), model.history().subList(0, epochs), null);
    }
}

package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Comparison;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;

class ComparisonSentenceTest {

    @Test
    void sentence_firstIsFasterAndBetter_namesItFirst() {
        assertThat(sentence(Runs.comparison(0.0004, 0.0123, 0.0061, 0.01849, 0.5)))
                .isEqualTo("Seed 1: bilstm trains 2.00 times as fast as bigru (312 s against 252 s); bilstm is 1.23"
                        + " points more accurate on test than bigru (95 % interval 0.61 to 1.85, McNemar p < 0.001):"
                        + " significant.");
    }

    @Test
    void sentence_secondIsFasterAndBetter_turnsRatioDifferenceAndInterval() {
        assertThat(sentence(Runs.comparison(0.032, -0.0123, -0.0185, -0.0061, 2)))
                .isEqualTo("Seed 1: bigru trains 2.00 times as fast as bilstm (252 s against 312 s); bigru is 1.23"
                        + " points more accurate on test than bilstm (95 % interval 0.61 to 1.85, McNemar p = 0.032):"
                        + " significant.");
    }

    @Test
    void sentence_equalTimesAndAccuracies_saysSo() {
        assertThat(sentence(Runs.comparison(1, 0, -0.0021, 0.0021, 1.004)))
                .isEqualTo("Seed 1: bilstm and bigru train equally fast (312 s against 252 s); test accuracy is the"
                        + " same (95 % interval -0.21 to 0.21, McNemar p = 1.00): not significant.");
    }

    @Test
    void sentence_differenceThatRoundsToNothing_isNotCalledNone() {
        assertThat(sentence(Runs.comparison(1, -0.00004, -0.0021, 0.0021, 1)))
                .contains("test accuracy differs by less than 0.01 points (95 % interval -0.21 to 0.21");
    }

    @Test
    void sentence_timeNotMeasured_isSilentOnSpeed() {
        for (double ratio : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0}) {
            assertThat(sentence(Runs.comparison(0.5, 0.001, -0.001, 0.003, ratio)))
                    .startsWith("Seed 1: bilstm is 0.10 points");
        }
    }

    @Test
    void sentence_unequalEpochs_namesThem() {
        Model shorter = withEpochs(Runs.BIGRU, 2);
        RunRecord run = Runs.of("imdb", List.of(Runs.BILSTM, shorter), Runs.comparison(0.5, 0, -0.1, 0.1, 1.24));

        assertThat(sentences(run).get(0))
                .contains("bigru trains 1.24 times as fast as bilstm (252 s in 2 epochs against 312 s in 3 epochs);");
    }

    @Test
    void sentence_modelsOfAnotherSeed_lendNoTimes() {
        Comparison other = new Comparison("bilstm", "bigru", 2, 0.5, 0.001, -0.001, 0.003, 1.24);

        assertThat(sentence(other)).startsWith("Seed 2: bigru trains 1.24 times as fast as bilstm; bilstm is 0.10");
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
    }

    @Test
    void fixed_numberThatRoundsToZero_hasNoSign() {
        assertThat(Figures.percent(-0.00001)).isEqualTo("0.00");
        assertThat(Figures.percent(-0.0)).isEqualTo("0.00");
    }

    private static String sentence(Comparison comparison) {
        return sentences(Runs.compared(comparison)).get(0);
    }

    private static List<String> sentences(RunRecord run) {
        return ComparisonSentence.all(Pairing.all(run), Contender.all(run));
    }

    private static Model withEpochs(Model model, int epochs) {
        List<Epoch> history = model.history().subList(0, epochs);
        return new Model(
                model.name(),
                model.cell(),
                model.bidirectional(),
                model.hidden(),
                model.parameters(),
                model.seed(),
                epochs,
                model.bestEpoch(),
                model.trainSeconds(),
                model.secondsPerEpoch(),
                model.trainReviewsPerSecond(),
                model.scoreReviewsPerSecond(),
                model.peakMemoryBytes(),
                model.devAccuracy(),
                model.testAccuracy(),
                model.testAccuracyLow(),
                model.testAccuracyHigh(),
                model.testPrecision(),
                model.testRecall(),
                model.testF1(),
                model.testLogLoss(),
                model.testAuc(),
                model.testConfusion(),
                model.file(),
                history,
                model.embeddings(),
                model.calibration(),
                model.kind(),
                model.diagnostics());
    }
}

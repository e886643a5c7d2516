package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.evaluation.Evaluation;

class AveragesTest {

    private static final boolean[] DEV = {true, false};
    private static final boolean[] TEST = {true, false, true, true};

    /** Logits ln 9 and 0 have the mean ln 3; of opposite ones it is 0. */
    @Test
    void of_networkAndNbSvm_isTheMeanOfTheirLogits() {
        ScoredTrial gru = scored(MadeTrials.network("gru", 1, 5, "11"), 0.9f, 0.8f, 0.3f, 0.25f);
        ScoredTrial nbSvm = scored(MadeTrials.yardstick("nbsvm", 1, "11"), 0.5f, 0.2f, 0.3f, 0.5f);

        List<ScoredTrial> averages = new Averages(DEV, TEST).of(List.of(nbSvm, gru));

        assertThat(averages).hasSize(1);
        ScoredTrial average = averages.get(0);
        float odds = (float) (1 / (1 + Math.sqrt(3))); // of 1/3 and 1
        assertThat(average.test()).containsExactly(new float[] {0.75f, 0.5f, 0.3f, odds}, within(1e-7f));
        assertThat(average.dev()).containsExactly(new float[] {0.75f, 0.5f}, within(1e-7f));
        assertThat(average.parts()).containsExactly("gru", "nbsvm");
    }

    @Test
    void of_networkAndNbSvm_isRecordedAsTrainedByNobody() {
        ScoredTrial gru = scored(MadeTrials.network("gru", 1, 5, "11"), 0.9f, 0.8f, 0.3f, 0.25f);
        ScoredTrial nbSvm = scored(MadeTrials.yardstick("nbsvm", 1, "11"), 0.5f, 0.1f, 0.3f, 0.5f);

        ScoredTrial average = new Averages(DEV, TEST).of(List.of(gru, nbSvm)).get(0);

        RunRecord.Model model = average.model();
        assertThat(average.name()).isEqualTo("gru+nbsvm-1");
        assertThat(model.kind()).isEqualTo(RunRecord.Model.AVERAGE);
        assertThat(model.parameters()).isEqualTo(7 + 7);
        assertThat(model.trainSeconds()).isZero();
        assertThat(model.file()).isNull();
        assertThat(model.calibration()).isNull();
        Evaluation scores = Evaluation.of(average.test(), TEST);
        assertThat(model.testAccuracy()).isEqualTo(scores.accuracy()).isEqualTo(0.5);
        assertThat(model.testLogLoss()).isEqualTo(scores.logLoss());
        assertThat(model.devAccuracy())
                .isEqualTo(Evaluation.of(average.dev(), DEV).accuracy());
        assertThat(Averages.parts(model)).isEqualTo(average.parts());
    }

    /** A float that has become 0 or 1 has no logit; both of them weigh the same. */
    @Test
    void of_certainProbabilities_areFiniteAndCancel() {
        ScoredTrial gru = scored(MadeTrials.network("gru", 1, 5, "11"), 1, 0, 0, 1);
        ScoredTrial nbSvm = scored(MadeTrials.yardstick("nbsvm", 1, "11"), 0, 1, 0, 1);

        float[] mean = new Averages(DEV, TEST).of(List.of(gru, nbSvm)).get(0).test();

        assertThat(mean[0]).isEqualTo(0.5f);
        assertThat(mean[1]).isEqualTo(0.5f);
        assertThat(mean[2]).isBetween(0f, 1e-7f);
        assertThat(mean[3]).isBetween(1 - 1e-7f, 1f);
    }

    @Test
    void of_seedsAndKinds_onlyNetworksWithNbSvmOfTheirSeed() {
        List<ScoredTrial> trials = List.of(
                MadeTrials.network("gru", 1, 5, "1011"),
                MadeTrials.yardstick("wordcount", 1, "1011"),
                MadeTrials.yardstick("nbsvm", 1, "1011"),
                MadeTrials.network("gru", 2, 5, "1011"),
                MadeTrials.network("gru", 3, 5, "1011"),
                MadeTrials.network("rnn", 3, 5, "1011"),
                MadeTrials.yardstick("nbsvm", 3, "1011"));
        boolean[] positive = MadeTrials.positive(4);

        assertThat(new Averages(positive, positive).of(trials))
                .extracting(ScoredTrial::name)
                .containsExactly("gru+nbsvm-1", "gru+nbsvm-3", "rnn+nbsvm-3");
    }

    @Test
    void areComparable_average_onlyWithWhatItIsOf() {
        ScoredTrial gru = MadeTrials.network("gru", 1, 5, "1011");
        ScoredTrial rnn = MadeTrials.network("rnn", 1, 5, "1011");
        ScoredTrial nbSvm = MadeTrials.yardstick("nbsvm", 1, "1011");
        boolean[] positive = MadeTrials.positive(4);
        List<ScoredTrial> averages = new Averages(positive, positive).of(List.of(gru, rnn, nbSvm));

        assertThat(Averages.areComparable(averages.get(0), gru)).isTrue();
        assertThat(Averages.areComparable(nbSvm, averages.get(0))).isTrue();
        assertThat(Averages.areComparable(averages.get(0), rnn)).isFalse();
        assertThat(Averages.areComparable(rnn, averages.get(0))).isFalse();
        assertThat(Averages.areComparable(averages.get(0), averages.get(1))).isFalse();
        assertThat(Averages.areComparable(gru, nbSvm)).isTrue();
    }

    /** The same trial with other probabilities; the first two are dev's too. */
    private static ScoredTrial scored(ScoredTrial trial, float... test) {
        return new ScoredTrial(trial.model(), new float[] {test[0], test[1]}, test);
    }
}

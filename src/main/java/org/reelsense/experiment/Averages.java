package org.reelsense.experiment;

import java.util.ArrayList;
import java.util.List;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.training.EncodedReviews;

/**
 * Each network averaged with NB-SVM of the same seed: the mean of the two calibrated probabilities. Nothing is fitted.
 * Words and pairs of words see what a network overlooks, and the other way round (Mesnil et al. 2015).
 */
final class Averages {

    private static final String JOINT = "+";

    private final EncodedReviews dev;
    private final EncodedReviews test;

    Averages(Preparation data) {
        this.dev = data.dev();
        this.test = data.test();
    }

    /** One for each network whose seed NB-SVM has too, in the order of the networks. */
    List<ScoredTrial> of(List<ScoredTrial> trials) {
        List<ScoredTrial> averages = new ArrayList<>();
        for (ScoredTrial network : trials) {
            for (ScoredTrial other : trials) {
                if (network.isNetwork()
                        && isNbSvm(other)
                        && other.model().seed() == network.model().seed()) {
                    averages.add(average(network, other));
                }
            }
        }
        return averages;
    }

    /** Whether two models are worth a comparison: an average with what it is made of, everything else with each other. */
    static boolean areComparable(ScoredTrial a, ScoredTrial b) {
        return isNoOthersAverage(a, b) && isNoOthersAverage(b, a);
    }

    private static boolean isNoOthersAverage(ScoredTrial a, ScoredTrial b) {
        return !a.isAverage()
                || List.of(a.model().name().split("[+]")).contains(b.model().name());
    }

    private static boolean isNbSvm(ScoredTrial trial) {
        return trial.model().name().equals(ModelKind.Yardstick.NBSVM.id());
    }

    private ScoredTrial average(ScoredTrial a, ScoredTrial b) {
        float[] onDev = mean(a.dev(), b.dev());
        float[] onTest = mean(a.test(), b.test());
        ModelParts parts = new ModelParts(
                new ModelParts.Identity(
                        a.model().name() + JOINT + b.model().name(),
                        a.model().seed(),
                        RunRecord.Model.AVERAGE,
                        null,
                        false,
                        0,
                        a.model().parameters() + b.model().parameters(),
                        null,
                        null),
                ModelParts.Cost.NONE,
                new ModelParts.Worth(
                        Evaluation.of(onDev, dev.positive()), Evaluation.of(onTest, test.positive()), null, null));
        return new ScoredTrial(parts.record(), onDev, onTest);
    }

    private static float[] mean(float[] a, float[] b) {
        float[] mean = new float[a.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (a[i] + b[i]) / 2;
        }
        return mean;
    }
}

package org.reelsense.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.reelsense.evaluation.Evaluation;

/**
 * Each network averaged with NB-SVM of the same seed: the mean of their calibrated logits. Nothing is fitted. The verdicts
 * are those of the mean probability; the mean logit has the lower log loss on dev. N-grams see what a network overlooks,
 * and the other way round (Mesnil et al. 2015).
 */
final class Averages {

    private static final String JOINT = "+";
    private static final double SMALLEST = Math.ulp(0.5f);

    private final boolean[] dev;
    private final boolean[] test;

    /**
     * @param dev what each dev review is
     * @param test what each test review is
     */
    Averages(boolean[] dev, boolean[] test) {
        this.dev = dev;
        this.test = test;
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
        return !a.isAverage() || a.parts().contains(b.model().name());
    }

    /** The names of the two models that one was averaged from, by its own; empty if it is no average. */
    static List<String> parts(RunRecord.Model model) {
        return RunRecord.Model.AVERAGE.equals(model.kind())
                ? List.of(model.name().split(Pattern.quote(JOINT)))
                : List.of();
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
                new ModelParts.Worth(Evaluation.of(onDev, dev), Evaluation.of(onTest, test), null, null));
        return new ScoredTrial(
                parts.record(),
                onDev,
                onTest,
                List.of(a.model().name(), b.model().name()));
    }

    private static float[] mean(float[] a, float[] b) {
        float[] mean = new float[a.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (1 / (1 + Math.exp(-(logit(a[i]) + logit(b[i])) / 2)));
        }
        return mean;
    }

    /** Finite also for a float that has become 0 or 1. */
    private static double logit(float probability) {
        double inside = Math.min(Math.max(probability, SMALLEST), 1 - SMALLEST);
        return Math.log(inside / (1 - inside));
    }
}

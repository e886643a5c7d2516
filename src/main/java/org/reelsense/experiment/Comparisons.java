package org.reelsense.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.McNemar;
import org.reelsense.evaluation.PairedDifference;

/** Every model against every other of the same seed, on the same test reviews. */
final class Comparisons {

    private final boolean[] positive;
    private final boolean sameMachine;

    private Comparisons(boolean[] positive, boolean sameMachine) {
        this.positive = positive;
        this.sameMachine = sameMachine;
    }

    /** @param sameMachine whether seconds can be compared */
    static List<RunRecord.Comparison> of(List<ScoredTrial> trials, boolean[] positive, boolean sameMachine) {
        Comparisons comparisons = new Comparisons(positive, sameMachine);
        List<RunRecord.Comparison> all = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            for (ScoredTrial other : trials.subList(i + 1, trials.size())) {
                if (other.model().seed() == trials.get(i).model().seed()
                        && Averages.areComparable(trials.get(i), other)) {
                    all.add(comparisons.compare(trials.get(i), other));
                }
            }
        }
        return all;
    }

    private RunRecord.Comparison compare(ScoredTrial a, ScoredTrial b) {
        boolean[] correctA = a.correct(positive);
        boolean[] correctB = b.correct(positive);
        PairedDifference difference = PairedDifference.of(correctA, correctB);
        return new RunRecord.Comparison(
                a.model().name(),
                b.model().name(),
                a.model().seed(),
                McNemar.test(correctA, correctB).p(),
                difference.difference(),
                difference.interval().low(),
                difference.interval().high(),
                sameMachine ? timeRatio(a, b) : null);
    }

    /** Of networks only: a yardstick's seconds say nothing about cells. */
    static @Nullable Double timeRatio(ScoredTrial a, ScoredTrial b) {
        return a.isNetwork() && b.isNetwork()
                ? a.model().trainSeconds() / b.model().trainSeconds()
                : null;
    }
}

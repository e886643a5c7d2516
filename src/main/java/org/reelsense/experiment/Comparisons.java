package org.reelsense.experiment;

import java.util.ArrayList;
import java.util.List;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.evaluation.McNemar;
import org.reelsense.evaluation.PairedDifference;

/** Every model against every other of the same seed, on the same test reviews. */
final class Comparisons {

    private Comparisons() {}

    static List<RunRecord.Comparison> of(List<ScoredModel> models) {
        List<RunRecord.Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            for (ScoredModel other : models.subList(i + 1, models.size())) {
                if (other.seed() == models.get(i).seed()) {
                    comparisons.add(compare(models.get(i), other));
                }
            }
        }
        return comparisons;
    }

    private static RunRecord.Comparison compare(ScoredModel a, ScoredModel b) {
        boolean[] correctA = Evaluation.correct(a.probabilities(), a.test().positive());
        boolean[] correctB = Evaluation.correct(b.probabilities(), b.test().positive());
        PairedDifference difference = PairedDifference.of(correctA, correctB);
        return new RunRecord.Comparison(
                a.kind().id(),
                b.kind().id(),
                a.seed(),
                McNemar.test(correctA, correctB).p(),
                difference.difference(),
                difference.interval().low(),
                difference.interval().high(),
                a.trained().seconds() / b.trained().seconds());
    }
}

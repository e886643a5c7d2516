package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reelsense.experiment.ModelSummary;

/** How the table of results is to be read, in words. */
final class ResultNotes {

    private ResultNotes() {}

    /** @param ranked best first */
    static List<String> of(List<Contender> ranked, List<Pairing> pairings) {
        List<String> notes = new ArrayList<>();
        if (ranked.size() > 1) {
            notes.add("Bold is the best figure of a column, and all that are written alike.");
            overlap(ranked, notes);
        }
        if (ranked.stream().anyMatch(contender -> contender.models().size() > 1)) {
            notes.add("After a mean stands the standard deviation between seeds (n - 1).");
        }
        if (differentMachines(ranked, pairings)) {
            notes.add("The runs are of different processors or numbers of threads: do not compare their seconds.");
        }
        return List.copyOf(notes);
    }

    /** Then a record has no ratio of the times of two networks. */
    private static boolean differentMachines(List<Contender> ranked, List<Pairing> pairings) {
        Set<String> timed = ranked.stream()
                .filter(contender ->
                        contender.isNetwork() && contender.trainSeconds().mean() > 0)
                .map(Contender::name)
                .collect(Collectors.toSet());
        return pairings.stream()
                .anyMatch(pair -> pair.time() == null && timed.contains(pair.a()) && timed.contains(pair.b()));
    }

    private static void overlap(List<Contender> ranked, List<String> notes) {
        ModelSummary best = ranked.get(0).figures();
        List<ModelSummary> others = ranked.stream()
                .skip(1)
                .map(Contender::figures)
                .filter(ResultNotes::hasInterval)
                .toList();
        if (!hasInterval(best) || others.isEmpty()) {
            return;
        }
        long overlapping = others.stream()
                .filter(other -> other.testAccuracyHigh() >= best.testAccuracyLow())
                .count();
        String which = others.size() == 1
                ? " the other model"
                : " " + overlapping + " of the " + others.size() + " other models";
        notes.add("The interval of " + ranked.get(0).shown()
                + (overlapping == 0
                        ? " does not overlap that of"
                        : overlapping == 1 ? " overlaps that of" : " overlaps those of")
                + (overlapping == 0 && others.size() > 1 ? " any other model" : which)
                + "; whether two models differ is decided pair by pair, on the same reviews, and not by their"
                + " intervals.");
    }

    private static boolean hasInterval(ModelSummary figures) {
        return Double.isFinite(figures.testAccuracyLow()) && Double.isFinite(figures.testAccuracyHigh());
    }
}

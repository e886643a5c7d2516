package org.reelsense.experiment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What models are called in a record of several runs. A name stays as it is where it means one model: in one run only, or
 * in several that made it alike and have no seed in common. Otherwise each run's is {@code NAME@FOLDER}; an average goes
 * with what it is of.
 */
final class MergedNames {

    private final Set<String> ambiguous = new HashSet<>();

    MergedNames(List<FinishedRun> runs) {
        Map<String, Recipe> recipes = new HashMap<>();
        Set<String> trials = new HashSet<>();
        for (FinishedRun run : runs) {
            for (RunRecord.Model model : run.record().models()) {
                Recipe recipe = Recipe.of(run, model);
                Recipe known = recipes.putIfAbsent(model.name(), recipe);
                if (known != null && !known.equals(recipe) || !trials.add(FinishedRun.trial(model))) {
                    ambiguous.add(model.name());
                }
            }
        }
    }

    String of(FinishedRun run, RunRecord.Model model) {
        boolean ofAmbiguous = Averages.parts(model).stream().anyMatch(ambiguous::contains);
        return ofAmbiguous ? model.name() + "@" + run.name() : of(run, model.name());
    }

    /** For what is no average. */
    String of(FinishedRun run, String name) {
        return ambiguous.contains(name) ? name + "@" + run.name() : name;
    }

    /** What an average is of; empty for all others. */
    List<String> parts(FinishedRun run, RunRecord.Model model) {
        return Averages.parts(model).stream().map(part -> of(run, part)).toList();
    }
}

package org.reelsense.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How a run made a model, as far as its record says. Models of one name and two recipes are two models; those of one
 * recipe differ in the seed alone.
 *
 * @param run commit, what seconds depend on, word vectors
 * @param options of the command, but for those that only say which models and seeds, and where things lie
 * @param model its shape and the precision of its file
 */
record Recipe(List<Object> run, List<String> options, List<Object> model) {

    private static final Set<String> WHICH_AND_WHERE =
            Set.of("--models", "--seeds", "--sizes", "--out", "--data", "--archive", "--dataset", "--threads");
    private static final Set<String> FLAGS = Set.of("--json");

    /** As {@code CommandText} quotes. */
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");

    static Recipe of(FinishedRun run, RunRecord.Model model) {
        RunRecord.Embedding embedding = run.record().embedding();
        return new Recipe(
                Arrays.asList(
                        run.record().commit(),
                        run.speed(),
                        embedding.dimension(),
                        embedding.vocabulary(),
                        embedding.given()),
                options(String.valueOf(run.record().command())),
                Arrays.asList(
                        model.kind(),
                        model.cell(),
                        model.bidirectional(),
                        model.hidden(),
                        model.parameters(),
                        model.embeddings()));
    }

    private static List<String> options(String command) {
        List<String> words =
                WORD.matcher(command).results().map(MatchResult::group).toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i).split("=", 2)[0];
            if (WHICH_AND_WHERE.contains(name)) {
                i += name.equals(words.get(i)) ? 1 : 0; // its value is the next word
            } else if (!FLAGS.contains(name)) {
                kept.add(words.get(i));
            }
        }
        return kept;
    }
}

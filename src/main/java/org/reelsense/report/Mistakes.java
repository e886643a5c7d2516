package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.Mistake;
import org.reelsense.report.Table.Column;

/**
 * Which mistakes a report shows, review by review, and what is said of them without their texts, which belong to their
 * authors. Models often are most sure of the same wrong verdicts, so a review stands there once for all of them.
 */
final class Mistakes {

    private static final int MOST_MODELS = 12;
    private static final int MOST_OF_A_MODEL = 10;

    private static final List<Column<Misread>> REVIEW = List.of(
            words("review", misread -> Plain.of(misread.first().review())),
            figures(
                    "stars",
                    "",
                    misread -> Figures.countOrAbsent(misread.first().stars())),
            words("is", misread -> Misread.sentiment(misread.first().positive())));

    private Mistakes() {}

    /** The review that a model was most wrong about first. Of each model those of its first seed only. */
    static List<Misread> shown(List<Mistake> mistakes) {
        Map<String, List<Mistake>> byModel = grouped(mistakes.stream(), Mistake::model);
        Stream<Mistake> some = byModel.values().stream()
                .limit(MOST_MODELS)
                .flatMap(all -> all.stream()
                        .filter(mistake -> mistake.seed() == all.get(0).seed())
                        .limit(MOST_OF_A_MODEL));
        return grouped(some, Mistake::review).values().stream()
                .map(Misread::of)
                .sorted(Comparator.comparingDouble(misread -> -Misread.confidence(misread.first())))
                .toList();
    }

    private static Map<String, List<Mistake>> grouped(
            Stream<Mistake> mistakes, Function<Mistake, @Nullable String> name) {
        return mistakes.collect(Collectors.groupingBy(
                mistake -> Objects.requireNonNullElse(name.apply(mistake), ""),
                LinkedHashMap::new,
                Collectors.toList()));
    }

    /** What they have in common, and what is not there to see. */
    static List<String> sentences(List<Misread> shown) {
        List<String> sentences = new ArrayList<>();
        long positive =
                shown.stream().filter(misread -> misread.first().positive()).count();
        sentences.add("Positive reviews taken for negative: " + Figures.count(positive)
                + "; negative ones taken for positive: " + Figures.count(shown.size() - positive) + ".");
        if (models(shown).size() > 1) {
            long shared = shown.stream()
                    .filter(misread -> misread.verdicts().size() > 1)
                    .count();
            sentences.add("Reviews among the mistakes of several networks: " + Figures.count(shared) + " of "
                    + Figures.count(shown.size()) + ". Such a review may be hard, or its label wrong.");
        }
        sentences.add("These are the most confident mistakes of each network, " + MOST_OF_A_MODEL + " at most, with its"
                + " first seed. A network that is not named at a review is less sure of the wrong class, or right.");
        return sentences;
    }

    private static List<String> models(List<Misread> shown) {
        return shown.stream()
                .flatMap(misread -> misread.verdicts().stream())
                .map(verdict -> Plain.of(verdict.model()))
                .distinct()
                .toList();
    }

    /** A row for each review, a column for each model: how sure it was of the wrong class. */
    static Table table(List<Misread> shown) {
        List<Column<Misread>> columns = new ArrayList<>(REVIEW);
        models(shown)
                .forEach(model -> columns.add(figures(
                        model,
                        "% for the wrong class",
                        misread -> misread.of(model)
                                .map(verdict -> Figures.percent(Misread.confidence(verdict)))
                                .orElse(Figures.ABSENT))));
        return Table.of(columns, shown);
    }
}

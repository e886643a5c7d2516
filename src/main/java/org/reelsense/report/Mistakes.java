package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.reelsense.experiment.Mistake;
import org.reelsense.report.Table.Column;

/** Which mistakes a report shows, and what is said of them without their texts, which belong to their authors. */
final class Mistakes {

    private static final int MOST_MODELS = 12;
    private static final int MOST_OF_A_MODEL = 10;

    private static final List<Column<Mistake>> COLUMNS = List.of(
            words("model", mistake -> Plain.of(mistake.model())),
            figures("seed", "", mistake -> Long.toString(mistake.seed())),
            words("review", mistake -> Plain.of(mistake.review())),
            figures("stars", "", mistake -> Figures.countOrAbsent(mistake.stars())),
            words("is", mistake -> verdict(mistake.positive())),
            figures("taken for the opposite", "%", mistake -> Figures.percent(confidence(mistake))));

    private Mistakes() {}

    /** Of each model the first seed only: the other seeds' are much the same. In the order given, named by model and seed. */
    static Map<String, List<Mistake>> shown(List<Mistake> mistakes) {
        Map<String, List<Mistake>> byModel = mistakes.stream()
                .collect(Collectors.groupingBy(
                        mistake -> Objects.requireNonNullElse(mistake.model(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<String, List<Mistake>> shown = new LinkedHashMap<>();
        byModel.values().stream().limit(MOST_MODELS).forEach(all -> {
            long seed = all.get(0).seed();
            shown.put(
                    Plain.of(all.get(0).model()) + ", seed " + seed,
                    all.stream()
                            .filter(mistake -> mistake.seed() == seed)
                            .limit(MOST_OF_A_MODEL)
                            .toList());
        });
        return shown;
    }

    /** What they have in common. */
    static List<String> sentences(Map<String, List<Mistake>> shown) {
        List<String> sentences = new ArrayList<>();
        List<Mistake> all = shown.values().stream().flatMap(List::stream).toList();
        long positive = all.stream().filter(Mistake::positive).count();
        sentences.add("Of these " + Figures.count(all.size()) + " mistakes, " + Figures.count(positive)
                + " are positive reviews taken for negative, " + Figures.count(all.size() - positive)
                + " negative ones taken for positive.");
        if (shown.size() > 1) {
            sentences.add(Figures.count(shared(all)) + " of the "
                    + Figures.count(all.stream().map(Mistake::review).distinct().count())
                    + " reviews are mistakes of several models: such a review is hard, or its label is wrong.");
        }
        return sentences;
    }

    private static long shared(List<Mistake> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .map(Mistake::review)
                .filter(review -> !seen.add(review))
                .distinct()
                .count();
    }

    static Table table(Map<String, List<Mistake>> shown) {
        return Table.of(COLUMNS, shown.values().stream().flatMap(List::stream).toList());
    }

    /** What it is, and how sure the model was that it is not. */
    static String headline(Mistake mistake) {
        String stars = mistake.stars() == 0
                ? ""
                : ", " + Figures.count(mistake.stars()) + (mistake.stars() == 1 ? " star" : " stars");
        return Plain.of(mistake.review()) + stars + ": " + verdict(mistake.positive()) + ", taken for "
                + verdict(!mistake.positive()) + " with " + Figures.percent(confidence(mistake)) + " %";
    }

    private static String verdict(boolean positive) {
        return positive ? "positive" : "negative";
    }

    private static double confidence(Mistake mistake) {
        return mistake.positive() ? 1 - mistake.probability() : mistake.probability();
    }
}

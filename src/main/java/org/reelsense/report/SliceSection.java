package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reelsense.evaluation.Interval;
import org.reelsense.report.Section.Sheet;
import org.reelsense.report.SliceFigures.Part;
import org.reelsense.report.Table.Column;

/** Accuracy on parts of the test reviews: where two cells differ most, and what is hard. */
final class SliceSection {

    /** In smaller parts, differences are chance. */
    private static final int LEAST_REVIEWS = 100;

    private static final String NOTE =
            "Intervals are Wilson's, 95 %: of other reviews, not of other seeds. Two may overlap"
                    + " although a paired test would tell the models apart. Where two models differ most was picked for that"
                    + " from several parts, so some of the difference is chance.";
    private static final String MEANS = "Means over seeds. ";
    private static final String PIECES =
            "Reviews are cut into pieces, of at most 64 tokens unless the command says --pieces, and a network reads"
                    + " each piece from a zero state: it remembers nothing for longer. Accuracy by length therefore does"
                    + " not test the claim that LSTM and GRU keep long dependencies.";

    private final List<Contender> ranked;
    private final Optional<Pairing> headline;
    private final SliceFigures figures;

    private SliceSection(List<Contender> ranked, Optional<Pairing> headline) {
        this.ranked = ranked;
        this.headline = headline;
        this.figures = new SliceFigures(ranked);
    }

    /** Empty if no model has slices. */
    static Optional<Section> of(List<Contender> ranked, Optional<Pairing> headline) {
        SliceSection section = new SliceSection(ranked, headline);
        return section.figures.sorts().isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        Section.SLICES,
                        "Where they are right",
                        section.sentences(),
                        section.sheets(),
                        severalSeeds(ranked) ? MEANS + NOTE : NOTE));
    }

    private static boolean severalSeeds(List<Contender> ranked) {
        return ranked.stream().anyMatch(contender -> contender.models().size() > 1);
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Optional<Contender> network =
                ranked.stream().filter(Contender::isNetwork).findFirst();
        for (String by : figures.sorts()) {
            Optional<String> widest = headline.flatMap(pair -> widest(by, pair));
            Optional<String> range = network.flatMap(best -> range(by, best));
            String both = Stream.of(widest, range).flatMap(Optional::stream).collect(Collectors.joining(" "));
            if (!both.isEmpty()) {
                sentences.add(both);
            }
            if (by.equals("length") && network.isPresent()) {
                sentences.add(PIECES);
            }
        }
        return sentences;
    }

    private record Gap(Part one, Part other) {

        double size() {
            return Math.abs(one.accuracy() - other.accuracy());
        }

        boolean overlaps() {
            Interval first = one.interval();
            Interval second = other.interval();
            return first.low() <= second.high() && second.low() <= first.high();
        }
    }

    private Optional<String> widest(String by, Pairing pair) {
        return figures.parts(by).stream()
                .flatMap(part -> gap(by, part.label(), pair))
                .filter(gap -> gap.one().reviews() >= LEAST_REVIEWS && gap.size() > 0)
                .max(Comparator.comparingDouble(Gap::size))
                .map(gap -> "By " + Plain.of(by) + ", " + Plain.of(pair.a()) + " and " + Plain.of(pair.b())
                        + " differ most on the "
                        + Figures.count(gap.one().reviews()) + " " + place(by, gap.one()) + ": "
                        + accuracy(gap.one()) + " against " + accuracy(gap.other()) + "; the intervals "
                        + (gap.overlaps() ? "overlap" : "do not overlap") + ".");
    }

    private Stream<Gap> gap(String by, String label, Pairing pair) {
        return figures.part(pair.a(), by, label).stream()
                .flatMap(one -> figures.part(pair.b(), by, label).stream().map(other -> new Gap(one, other)));
    }

    /** What the best network finds hardest and easiest. */
    private Optional<String> range(String by, Contender best) {
        List<Part> parts = figures.parts(by).stream()
                .flatMap(part -> figures.part(best.name(), by, part.label()).stream())
                .filter(part -> part.reviews() >= LEAST_REVIEWS)
                .sorted(Comparator.comparingDouble(Part::accuracy))
                .toList();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        Part hardest = parts.get(0);
        Part easiest = parts.get(parts.size() - 1);
        return Optional.of(best.shown() + " goes from " + accuracy(hardest) + " on " + place(by, hardest) + " to "
                + accuracy(easiest) + " on " + place(by, easiest) + ".");
    }

    private static String accuracy(Part part) {
        Interval interval = part.interval();
        return Figures.percent(part.accuracy(), interval.low(), interval.high()).replace(" [", " % [");
    }

    /** Begins with "reviews". */
    private static String place(String by, Part part) {
        String label = Plain.of(part.label()).replace("+", " or more");
        return switch (by) {
            case "length" -> "reviews of " + label + " tokens";
            case "stars" -> "reviews of " + label + (label.equals("1") ? " star" : " stars");
            case "negation" ->
                label.equals("none")
                        ? "reviews without negations"
                        : "reviews with " + label + (label.endsWith(" 1") ? " negation" : " negations")
                                + " per 100 tokens";
            case "rarity" -> "reviews with " + label + " rare tokens";
            default -> "reviews of " + Plain.of(by) + " " + label;
        };
    }

    private List<Sheet> sheets() {
        return figures.sorts().stream()
                .map(by -> Sheet.folded("Test accuracy in % by " + title(by), table(by)))
                .toList();
    }

    private static String title(String by) {
        return switch (by) {
            case "length" -> "length in tokens";
            case "negation" -> "negations per 100 tokens";
            case "rarity" -> "share of rare tokens";
            default -> Plain.of(by);
        };
    }

    private Table table(String by) {
        List<Column<Contender>> columns = new ArrayList<>();
        columns.add(words("model", Contender::shown));
        for (Part part : figures.parts(by)) {
            columns.add(figures(
                    Plain.of(part.label()),
                    Figures.count(part.reviews()) + " reviews",
                    row -> Figures.percent(accuracy(row, by, part)),
                    row -> accuracy(row, by, part)));
        }
        List<Contender> known = ranked.stream()
                .filter(row -> figures.parts(by).stream().anyMatch(part -> Double.isFinite(accuracy(row, by, part))))
                .toList();
        return Table.of(columns, known);
    }

    private double accuracy(Contender contender, String by, Part part) {
        return figures.part(contender.name(), by, part.label())
                .map(Part::accuracy)
                .orElse(Double.NaN);
    }
}

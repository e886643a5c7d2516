package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.SizeRecord;
import org.reelsense.report.Section.Sheet;
import org.reelsense.report.Table.Column;

/** What more training reviews bring. */
final class SizeSection {

    private static final String NOTE = "Word vectors are those of the whole run: they need no label. No two models were"
            + " tested against each other here: where intervals overlap, who is ahead may be chance.";

    private static final List<Column<Step>> COLUMNS = List.of(
            words("model", step -> Plain.of(step.name())),
            figures("training reviews", "", step -> Figures.count(step.reviews())),
            figures("seeds", "", step -> Figures.count(step.seeds().size())),
            figures("test accuracy", "%, mean ± sd", step -> step.test().percent()),
            figures("95 % interval", "%, of one seed", SizeSection::interval),
            figures(
                    "dev accuracy",
                    "%",
                    step -> step.spread(SizeRecord::devAccuracy).percent()),
            figures(
                    "training",
                    "s",
                    step -> step.spread(SizeRecord::trainSeconds).amount()));

    /** A model trained on so many reviews, at each seed. */
    private record Step(String name, int reviews, List<SizeRecord> seeds) {

        Spread test() {
            return spread(SizeRecord::testAccuracy);
        }

        Spread spread(ToDoubleFunction<SizeRecord> figure) {
            return Spread.of(seeds.stream().mapToDouble(figure).toArray());
        }
    }

    private SizeSection() {}

    /** Empty if the run did not ask for sizes. */
    static Optional<Section> of(@Nullable List<SizeRecord> sizes) {
        if (sizes == null || sizes.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Step>> byModel = steps(sizes);
        List<Step> all = byModel.values().stream().flatMap(List::stream).toList();
        List<String> sentences = new ArrayList<>();
        byModel.values().forEach(steps -> gain(steps).ifPresent(sentences::add));
        leaders(all).ifPresent(sentences::add);
        return Optional.of(new Section(
                Section.SIZES,
                "What more training reviews bring",
                sentences,
                List.of(Sheet.open("Test accuracy by number of training reviews", Table.of(COLUMNS, all))),
                NOTE));
    }

    private static Map<String, List<Step>> steps(List<SizeRecord> sizes) {
        Map<String, TreeMap<Integer, List<SizeRecord>>> grouped = new LinkedHashMap<>();
        for (SizeRecord size : sizes) {
            grouped.computeIfAbsent(Objects.requireNonNullElse(size.name(), ""), name -> new TreeMap<>())
                    .computeIfAbsent(size.trainReviews(), reviews -> new ArrayList<>())
                    .add(size);
        }
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        grouped.forEach((name, bySize) -> steps.put(
                name,
                bySize.entrySet().stream()
                        .map(entry -> new Step(name, entry.getKey(), List.copyOf(entry.getValue())))
                        .toList()));
        return steps;
    }

    private static Optional<String> gain(List<Step> steps) {
        Step first = steps.get(0);
        Step last = steps.get(steps.size() - 1);
        if (steps.size() < 2
                || !Double.isFinite(first.test().mean())
                || !Double.isFinite(last.test().mean())) {
            return Optional.empty();
        }
        return Optional.of(Plain.of(first.name()) + " goes from "
                + Figures.percent(first.test().mean()) + " % with "
                + Figures.count(first.reviews()) + " training reviews to "
                + Figures.percent(last.test().mean()) + " % with " + Figures.count(last.reviews())
                + (steps.size() > 2 ? lastGain(steps.get(steps.size() - 2), last) : "") + ".");
    }

    private static String lastGain(Step before, Step last) {
        double gain = last.test().mean() - before.test().mean();
        return Double.isFinite(gain)
                ? "; the last step, from " + Figures.count(before.reviews()) + ", " + (gain < 0 ? "costs " : "brings ")
                        + Figures.percent(Math.abs(gain)) + " points"
                : "";
    }

    /** Who is ahead at the smallest and at the largest number that all models were trained on. */
    private static Optional<String> leaders(List<Step> all) {
        Map<Integer, List<Step>> bySize =
                all.stream().collect(Collectors.groupingBy(Step::reviews, TreeMap::new, Collectors.toList()));
        long models = all.stream().map(Step::name).distinct().count();
        List<List<Step>> shared =
                bySize.values().stream().filter(steps -> steps.size() == models).toList();
        if (models < 2 || shared.size() < 2) {
            return Optional.empty();
        }
        List<Step> few = best(shared.get(0));
        List<Step> many = best(shared.get(shared.size() - 1));
        if (few.isEmpty() || many.isEmpty()) {
            return Optional.empty();
        }
        String first = names(few);
        String last = names(many);
        return Optional.of(first + (few.size() == 1 ? " is" : " are") + " the most accurate " + with(few.get(0))
                + (first.equals(last) ? " and " : ", " + last + " ") + with(many.get(0)) + ".");
    }

    private static List<Step> best(List<Step> steps) {
        return Best.of(
                steps,
                step -> step.test().mean(),
                step -> Figures.percent(step.test().mean()));
    }

    private static String names(List<Step> steps) {
        return Names.joined(steps.stream().map(step -> Plain.of(step.name())).toList());
    }

    private static String with(Step step) {
        return "with " + Figures.count(step.reviews()) + " ("
                + Figures.percent(step.test().mean()) + " %)";
    }

    private static String interval(Step step) {
        SizeRecord first = step.seeds().get(0);
        return step.seeds().size() > 1
                ? Figures.ABSENT
                : Figures.percent(first.testAccuracyLow()) + " to " + Figures.percent(first.testAccuracyHigh());
    }
}

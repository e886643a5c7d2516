package org.reelsense.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.evaluation.Interval;
import org.reelsense.evaluation.Proportion;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.RunRecord.Model;

/** How accurate each model is on each part of the test reviews, as a mean over its seeds. */
final class SliceFigures {

    /**
     * One part of the reviews.
     *
     * @param reviews in it; the same ones at every seed
     * @param accuracy mean over the seeds
     */
    record Part(String label, long reviews, double accuracy) {

        /** Wilson's, 95 %, of the mean over the seeds: it speaks of other reviews, not of other seeds. */
        Interval interval() {
            return new Proportion(Math.round(accuracy * reviews), reviews).wilson(Evaluation.CONFIDENCE);
        }
    }

    private record Key(String by, String label) {}

    private final Map<String, Map<Key, Part>> byModel = new LinkedHashMap<>();

    SliceFigures(List<Contender> contenders) {
        contenders.forEach(contender -> byModel.put(contender.name(), parts(contender.models())));
    }

    private static Map<Key, Part> parts(List<Model> models) {
        Map<Key, List<Diagnostics.Slice>> slices = new LinkedHashMap<>();
        for (Model model : models) {
            @Nullable Diagnostics diagnostics = model.diagnostics();
            if (diagnostics != null) {
                diagnostics.slices().stream()
                        .filter(SliceFigures::makesSense)
                        .forEach(slice -> slices.computeIfAbsent(key(slice), key -> new ArrayList<>())
                                .add(slice));
            }
        }
        return slices.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> part(entry.getKey().label(), entry.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static boolean makesSense(Diagnostics.Slice slice) {
        return slice.reviews() > 0
                && slice.reviews() <= Integer.MAX_VALUE
                && slice.correct() >= 0
                && slice.correct() <= slice.reviews();
    }

    private static Key key(Diagnostics.Slice slice) {
        return new Key(Objects.requireNonNullElse(slice.by(), ""), Objects.requireNonNullElse(slice.label(), ""));
    }

    private static Part part(String label, List<Diagnostics.Slice> seeds) {
        double accuracy = seeds.stream()
                .mapToDouble(slice -> (double) slice.correct() / slice.reviews())
                .average()
                .orElseThrow();
        return new Part(label, seeds.get(0).reviews(), accuracy);
    }

    /** What reviews are sorted by, in the record's order; empty if no model has slices. */
    Set<String> sorts() {
        return byModel.values().stream()
                .flatMap(parts -> parts.keySet().stream())
                .map(Key::by)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The parts of a sort in their order, as whichever model has them first has them. */
    List<Part> parts(String by) {
        Map<String, Part> parts = new LinkedHashMap<>();
        byModel.values()
                .forEach(ofModel -> ofModel.forEach((key, part) -> {
                    if (key.by().equals(by)) {
                        parts.putIfAbsent(key.label(), part);
                    }
                }));
        return List.copyOf(parts.values());
    }

    /** The same of one model only. */
    List<Part> parts(String model, String by) {
        return byModel.getOrDefault(model, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().by().equals(by))
                .map(Map.Entry::getValue)
                .toList();
    }

    Optional<Part> part(String model, String by, String label) {
        return Optional.ofNullable(byModel.getOrDefault(model, Map.of()).get(new Key(by, label)));
    }
}

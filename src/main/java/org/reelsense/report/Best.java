package org.reelsense.report;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Who has the most of something. */
final class Best {

    private Best() {}

    /**
     * The best item and all that are written as it is, since nobody sees a difference between them; in the order given.
     * Empty if there is nothing to be better than.
     *
     * @param merit more is better; who has no finite one is left out
     * @param written as the reader sees the figure
     */
    static <T> List<T> of(List<T> items, ToDoubleFunction<T> merit, Function<T, String> written) {
        List<T> known = items.stream()
                .filter(item -> Double.isFinite(merit.applyAsDouble(item)))
                .toList();
        if (known.size() < 2) {
            return List.of();
        }
        double most = known.stream().mapToDouble(merit).max().orElseThrow();
        Set<String> alike = known.stream()
                .filter(item -> merit.applyAsDouble(item) == most)
                .map(written)
                .collect(Collectors.toSet());
        return known.stream()
                .filter(item -> alike.contains(written.apply(item)))
                .toList();
    }
}

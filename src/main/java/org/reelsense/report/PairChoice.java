package org.reelsense.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which pairs are worth a sentence: models that differ in one thing only, the best network against NB-SVM, and a network
 * against its average with NB-SVM. Everything against everything stands in the table.
 */
final class PairChoice {

    private static final Set<String> GATED = Set.of("lstm", "gru");

    /** What a pair shows, the most asked for first. */
    private enum Interest {
        GATED_BOTH_DIRECTIONS,
        GATED,
        CELL,
        DIRECTION,
        YARDSTICK,
        AVERAGE,
        FOLDER,
        NONE
    }

    private final Map<String, Contender> byName;
    private final Set<String> bestNetworks = new HashSet<>();

    /** @param ranked best first */
    PairChoice(List<Contender> ranked) {
        byName = ranked.stream().collect(Collectors.toMap(Contender::name, Function.identity()));
        Map<String, Contender> bestByFolder = new HashMap<>();
        for (Contender contender : ranked) {
            if (contender.isNetwork()
                    && bestByFolder.putIfAbsent(contender.parts().folder(), contender) == null) {
                bestNetworks.add(contender.name());
            }
        }
    }

    /** Those worth a sentence, the most asked for first. */
    List<Pairing> chosen(List<Pairing> pairings) {
        return pairings.stream()
                .filter(pairing -> interest(pairing) != Interest.NONE)
                .sorted(Comparator.comparing(this::interest))
                .toList();
    }

    /** LSTM against GRU, in both directions if there is such a pair. */
    Optional<Pairing> headline(List<Pairing> pairings) {
        return chosen(pairings).stream()
                .filter(pairing -> interest(pairing).compareTo(Interest.GATED) <= 0)
                .findFirst();
    }

    private Interest interest(Pairing pairing) {
        Contender a = byName.get(pairing.a());
        Contender b = byName.get(pairing.b());
        if (a == null || b == null) {
            return Interest.NONE;
        }
        ModelName one = a.parts();
        ModelName other = b.parts();
        if (!one.isBeside(other)) {
            return one.base().equals(other.base()) && a.isNetwork() ? Interest.FOLDER : Interest.NONE;
        }
        if (a.isNetwork() && b.isNetwork()) {
            return ofNetworks(a, b);
        }
        if (one.isAverageOf(other) || other.isAverageOf(one)) {
            return Interest.AVERAGE;
        }
        boolean yardstick = (bestNetworks.contains(a.name()) && other.isNbSvm())
                || (bestNetworks.contains(b.name()) && one.isNbSvm());
        return yardstick ? Interest.YARDSTICK : Interest.NONE;
    }

    private static Interest ofNetworks(Contender a, Contender b) {
        if (a.cell().equals(b.cell())) {
            return a.bidirectional() == b.bidirectional() ? Interest.NONE : Interest.DIRECTION;
        }
        if (a.bidirectional() != b.bidirectional()) {
            return Interest.NONE;
        }
        if (!GATED.contains(a.cell()) || !GATED.contains(b.cell())) {
            return Interest.CELL;
        }
        return a.bidirectional() ? Interest.GATED_BOTH_DIRECTIONS : Interest.GATED;
    }
}

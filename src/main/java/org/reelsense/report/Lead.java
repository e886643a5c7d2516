package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader in a hurry has to know: who is best, what gates and direction bring, and LSTM against GRU. */
final class Lead {

    private static final String ELMAN = "rnn";
    private static final Set<String> GATED = Set.of("lstm", "gru");
    private static final int MOST_NAMES = 5;

    private final List<Contender> ranked;
    /** Those that speak of all the seeds of their models. */
    private final List<Pairing> pairings;

    private Lead(List<Contender> ranked, List<Pairing> pairings) {
        this.ranked = ranked.stream()
                .filter(contender -> Double.isFinite(contender.figures().testAccuracy()))
                .toList();
        Set<String> severalSeeds = ranked.stream()
                .filter(contender -> contender.models().size() > 1)
                .map(Contender::name)
                .collect(Collectors.toSet());
        this.pairings = pairings.stream()
                .filter(pair -> pair.compared() && Double.isFinite(pair.p()))
                .filter(pair -> pair.test() == Pairing.Test.BOOTSTRAP || !severalSeeds.contains(pair.a()))
                .filter(pair -> pair.test() == Pairing.Test.BOOTSTRAP || !severalSeeds.contains(pair.b()))
                .toList();
    }

    /**
     * Two or three sentences, or fewer if there is less to say.
     *
     * @param ranked best first
     */
    static List<String> of(List<Contender> ranked, List<Pairing> pairings) {
        Lead lead = new Lead(ranked, pairings);
        List<String> sentences = new ArrayList<>();
        lead.best().ifPresent(sentences::add);
        lead.parts().ifPresent(sentences::add);
        new PairChoice(ranked)
                .headline(pairings)
                .map(pair -> ComparisonSentence.all(List.of(pair), ranked))
                .ifPresent(sentences::addAll);
        return List.copyOf(sentences);
    }

    private Optional<String> best() {
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        Contender first = ranked.get(0);
        if (ranked.size() == 1) {
            return Optional.of(
                    first.shown() + " reaches an accuracy of " + written(first) + " % on test" + evidence(first) + ".");
        }
        List<Contender> alike = ranked.stream()
                .filter(contender -> written(contender).equals(written(first)))
                .toList();
        String most = alike.size() > 1
                ? names(alike) + " are the most accurate on test with " + written(first) + " % each"
                : first.shown() + " is the most accurate on test with " + written(first) + " %" + evidence(first)
                        + rivals(first);
        return Optional.of(most + network(first) + ".");
    }

    private static String written(Contender contender) {
        return Figures.percent(contender.figures().testAccuracy());
    }

    private static String evidence(Contender contender) {
        int seeds = contender.figures().seeds().size();
        List<String> parts = new ArrayList<>();
        if (seeds > 1) {
            parts.add("mean over " + seeds + " seeds");
        }
        if (Double.isFinite(contender.figures().testAccuracyLow())) {
            parts.add("95 % interval " + contender.interval());
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    /** A best mean is no proof: who is not significantly worse is named beside it. */
    private String rivals(Contender best) {
        List<Contender> equal = ranked.stream()
                .filter(other ->
                        between(best, other).filter(pair -> !pair.significant()).isPresent())
                .toList();
        return equal.isEmpty() ? "" : ", not significantly more than " + names(equal);
    }

    private String network(Contender best) {
        return best.isNetwork()
                ? ""
                : ranked.stream()
                        .filter(Contender::isNetwork)
                        .findFirst()
                        .map(network ->
                                "; the best network alone is " + network.shown() + " with " + written(network) + " %")
                        .orElse("");
    }

    private static String names(List<Contender> contenders) {
        String some =
                contenders.stream().limit(MOST_NAMES).map(Contender::shown).collect(Collectors.joining(", "));
        return contenders.size() <= MOST_NAMES ? some : some + " and " + (contenders.size() - MOST_NAMES) + " more";
    }

    private Optional<String> parts() {
        List<String> parts = new ArrayList<>();
        gates().ifPresent(parts::add);
        direction().ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(Figures.capital(String.join("; ", parts)) + ".");
    }

    /** The best network with gates against the plain one that reads in as many directions. */
    private Optional<String> gates() {
        return ranked.stream()
                .filter(contender -> GATED.contains(contender.cell()))
                .flatMap(gated -> ranked.stream()
                        .filter(plain -> plain.cell().equals(ELMAN) && sameWays(gated, plain))
                        .flatMap(plain -> gain("gates", "", gated, plain).stream()))
                .findFirst();
    }

    private static boolean sameWays(Contender one, Contender other) {
        return one.bidirectional() == other.bidirectional()
                && one.parts().folder().equals(other.parts().folder());
    }

    /** The best network of both directions against the one-way network of its cell. */
    private Optional<String> direction() {
        return ranked.stream()
                .filter(contender -> contender.isNetwork() && contender.bidirectional())
                .flatMap(both -> ranked.stream()
                        .filter(oneWay -> oneWay.isNetwork() && !oneWay.bidirectional())
                        .filter(oneWay -> oneWay.cell().equals(both.cell())
                                && oneWay.parts().folder().equals(both.parts().folder()))
                        .flatMap(oneWay -> gain("the second direction", "s", both, oneWay).stream()))
                .findFirst();
    }

    /** What the one has more than the other, as the subject of the sentence brings it. */
    private Optional<String> gain(String subject, String ending, Contender with, Contender without) {
        return between(with, without).map(pair -> {
            String does = pair.difference() < 0 ? " cost" : " bring";
            return subject + does + ending + " " + Figures.percent(Math.abs(pair.difference())) + " points ("
                    + with.shown() + " against " + without.shown() + ", " + Figures.p(pair.p())
                    + (pair.significant() ? ": significant" : ": not significant") + ")";
        });
    }

    /** With {@code a} as the first. */
    private Optional<Pairing> between(Contender a, Contender b) {
        return pairings.stream()
                .filter(pair -> pair.isOf(a.name(), b.name()))
                .map(pair -> pair.a().equals(a.name()) ? pair : pair.turned())
                .findFirst();
    }
}

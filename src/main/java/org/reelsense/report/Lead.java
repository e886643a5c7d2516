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
        List<Contender> alike = alike(ranked);
        String most = alike.size() > 1
                ? Names.of(alike) + " are the most accurate on test with " + written(first) + " % each"
                : first.shown() + " is the most accurate on test with " + written(first) + " %" + evidence(first)
                        + rivals(first);
        return Optional.of(most + network(alike) + ".");
    }

    /** The first and all that are written as it is. */
    private static List<Contender> alike(List<Contender> bestFirst) {
        return bestFirst.stream()
                .filter(contender -> written(contender).equals(written(bestFirst.get(0))))
                .toList();
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
        if (Double.isFinite(contender.testAccuracy().sd())) {
            parts.add("standard deviation "
                    + Figures.percent(contender.testAccuracy().sd()));
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
        return equal.isEmpty() ? "" : ", not significantly more accurate than " + Names.of(equal);
    }

    /** Who is the best network, if the best of all is none. */
    private String network(List<Contender> best) {
        List<Contender> networks = ranked.stream().filter(Contender::isNetwork).toList();
        if (networks.isEmpty() || best.stream().anyMatch(Contender::isNetwork)) {
            return "";
        }
        List<Contender> alike = alike(networks);
        return "; the best network" + (alike.size() > 1 ? "s alone are " : " alone is ") + Names.of(alike) + " with "
                + written(alike.get(0)) + " %";
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
        return one.bidirectional() == other.bidirectional() && one.parts().isBeside(other.parts());
    }

    /** The best network of both directions against the one-way network of its cell. */
    private Optional<String> direction() {
        return ranked.stream()
                .filter(contender -> contender.isNetwork() && contender.bidirectional())
                .flatMap(both -> ranked.stream()
                        .filter(oneWay -> oneWay.isNetwork() && !oneWay.bidirectional())
                        .filter(oneWay -> oneWay.cell().equals(both.cell())
                                && oneWay.parts().isBeside(both.parts()))
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

package org.reelsense.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastRecord.Comparison;

/** What a reader in a hurry has to know of each horizon: what the best network beats, and whether networks differ. */
final class ForecastLead {

    private static final String PRICES = "bankex";

    private final ForecastRecord record;
    private final List<RankedForecaster> ranked;
    private final List<RankedForecaster> networks;
    private final String ahead;

    private ForecastLead(ForecastRecord record, int horizon) {
        this.record = record;
        this.ranked = RankedForecaster.ranked(record, horizon);
        this.networks = ranked.stream().filter(RankedForecaster::isNetwork).toList();
        this.ahead = Figures.capital(Steps.ahead(horizon)) + ", ";
    }

    /** Up to three sentences a horizon, and a warning if one is due. */
    static List<String> of(ForecastRecord record) {
        List<String> sentences = new ArrayList<>();
        for (int horizon : record.horizons()) {
            ForecastLead lead = new ForecastLead(record, horizon);
            sentences.add(Stream.of(lead.best(), lead.networks(), lead.cells())
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" ")));
        }
        warning(record).ifPresent(sentences::add);
        if (!ForecastPair.isTested(record) && !record.comparisons().isEmpty()) {
            sentences.add("With "
                    + (record.series().count() == 1
                            ? "one series"
                            : Figures.count(record.series().count()) + " series")
                    + " no test could call a difference significant.");
        }
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private Optional<String> best() {
        if (networks.isEmpty()) {
            return ranked.stream()
                    .findFirst()
                    .map(first ->
                            ahead + first.shown() + (ranked.size() > 1 ? " has the least RMSE, " : " has an RMSE of ")
                                    + ForecastTables.rmse(first.rmse()) + "; no network was trained.");
        }
        RankedForecaster best = networks.get(0);
        List<String> verdicts = ranked.stream()
                .filter(other -> !other.isNetwork())
                .sorted(Comparator.comparing(other -> !other.isPersistence()))
                .flatMap(other -> verdict(best, other).stream())
                .toList();
        return Optional.of(ahead + best.shown() + (networks.size() > 1 ? " is the best network, with" : " has")
                + " an RMSE of " + ForecastTables.rmse(best.rmse()) + (verdicts.isEmpty() ? "" : ": ")
                + String.join(", ", verdicts) + ".");
    }

    private Optional<String> verdict(RankedForecaster network, RankedForecaster other) {
        return network.against(other.figures().name())
                .map(pair -> ForecastPair.verdict(record, pair) + other.shown() + " ("
                        + ForecastTables.rmse(other.rmse())
                        + (ForecastPair.isTested(record)
                                ? ", " + Figures.p(pair.rmse().mannWhitneyP())
                                : "") + ")");
    }

    /** Which of several networks beat persistence. */
    private Optional<String> networks() {
        List<RankedForecaster> compared = networks.stream()
                .filter(network -> network.against(RankedForecaster.PERSISTENCE).isPresent())
                .toList();
        if (compared.size() < 2 || !ForecastPair.isTested(record)) {
            return Optional.empty();
        }
        List<String> winners = compared.stream()
                .filter(network -> network.against(RankedForecaster.PERSISTENCE)
                        .filter(ForecastLead::isWin)
                        .isPresent())
                .map(RankedForecaster::shown)
                .toList();
        String who = winners.isEmpty()
                ? "None of the networks is"
                : winners.size() == compared.size()
                        ? "All networks are"
                        : "Of the networks, only " + Names.joined(winners) + (winners.size() == 1 ? " is" : " are");
        return Optional.of(who + " significantly better than persistence.");
    }

    private static boolean isWin(Comparison pair) {
        return pair.rmseDifference() < 0 && ForecastPair.significant(pair);
    }

    private Optional<String> cells() {
        return networks.stream()
                .flatMap(a ->
                        networks.stream().flatMap(b -> a.against(b.figures().name()).stream()))
                .filter(pair -> List.of(pair.a(), pair.b()).containsAll(List.of("lstm", "gru")))
                .findFirst()
                .map(pair -> "lstm and gru differ by "
                        + ForecastTables.rmse(Math.abs(pair.rmseDifference()))
                        + (ForecastPair.isTested(record) ? ", which is " + significance(pair) : "") + ".");
    }

    private static String significance(Comparison pair) {
        return (ForecastPair.significant(pair) ? "" : "not ") + "significant ("
                + Figures.p(pair.rmse().mannWhitneyP()) + ")";
    }

    private static Optional<String> warning(ForecastRecord record) {
        boolean won = record.comparisons().stream()
                .anyMatch(pair -> pair.b().equals(RankedForecaster.PERSISTENCE) && isWin(pair));
        return won && record.series().name().toLowerCase(Locale.ROOT).contains(PRICES)
                ? Optional.of("Nothing is known to beat persistence on BANKEX: look for a leak of the test part before"
                        + " believing in this.")
                : Optional.empty();
    }
}

package org.reelsense.bench.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.reelsense.bench.process.Contestant;
import org.reelsense.bench.process.Rounds;
import org.reelsense.bench.process.SettingNotes;
import org.reelsense.bench.process.Turn;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.Spread;

/** The rounds of one setting and what follows from them. */
record TrainRounds(TrainSample sample, int rounds) {

    /** Name of the rate that rows are compared by. */
    static final String GIGAFLOPS = "GFLOP/s";

    static final String SHARE = "% of sgemm";

    /** How many times as fast Reelsense on all cores is as the row. */
    static final String TIMES = "Reelsense is x";

    /** After 2 s Reelsense was 10 % and libtorch 6 % short of the rate that both had after ten; see {@code src/bench/README.md}. */
    private static final double WARM_UP_SECONDS = 10;

    private static final double MOST_SECONDS = 3;
    private static final int SGEMM_TENTHS = 4;
    private static final double GIGA = 1e9;
    private static final double PERCENT = 100;

    List<Measured> run(List<Contestant> ready, SettingNotes notes) {
        Map<Contestant, Integer> units = new LinkedHashMap<>();
        List<Contestant> warm = notes.able(ready, contestant -> units.put(contestant, warmUp(contestant)));
        Map<String, List<Turn>> turns =
                Rounds.inTurns(warm, rounds, (contestant, round) -> contestant.run(0, units.get(contestant)), notes);
        List<Measured> measured = new ArrayList<>();
        turns.forEach((row, own) -> measured.add(new Measured(sample.setting(), row, own, rates(row, own, turns))));
        return measured;
    }

    /** Returns how many units make a turn. */
    private int warmUp(Contestant contestant) throws IOException {
        int units = units(contestant);
        double seconds = 0;
        while (seconds < WARM_UP_SECONDS) {
            seconds += contestant.run(0, units).seconds();
        }
        return units;
    }

    /**
     * All batches of the sample; of an engine that would take long for them the first few, in an order that is random. One for
     * DL4J; tenths of a second for a matrix product.
     */
    private int units(Contestant contestant) throws IOException {
        if (TrainRows.isProduct(contestant.row())) {
            return SGEMM_TENTHS;
        }
        if (contestant.row().equals(TrainRows.DL4J)) {
            return 1;
        }
        if (contestant.row().startsWith(TrainRows.REELSENSE)) {
            return sample.batches();
        }
        double seconds = contestant.run(0, 1).seconds();
        return (int) Math.max(1, Math.min(sample.batches(), MOST_SECONDS / seconds));
    }

    private Map<String, Spread> rates(String row, List<Turn> own, Map<String, List<Turn>> all) {
        Map<String, Spread> rates = new LinkedHashMap<>();
        if (!TrainRows.isProduct(row)) {
            rates.put("reviews/s", Spread.of(own, Turn::reviewsPerSecond));
        }
        rates.put(GIGAFLOPS, Spread.of(own, gigaflops()));
        List<Turn> limit = limit(all);
        if (!limit.isEmpty()) {
            rates.put(SHARE, Spread.ratio(own, limit, gigaflops()).times(PERCENT));
        }
        List<Turn> ours = all.get(TrainRows.OURS);
        if (ours != null && !row.equals(TrainRows.OURS)) {
            rates.put(TIMES, Spread.ratio(ours, own, gigaflops()));
        }
        return rates;
    }

    private ToDoubleFunction<Turn> gigaflops() {
        return turn -> turn.tokensPerSecond() * sample.flopsAToken() / GIGA;
    }

    /** The best matrix product of each round; empty if none was asked for. */
    private static List<Turn> limit(Map<String, List<Turn>> all) {
        List<List<Turn>> products = all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(TrainRows.SGEMM))
                .map(Map.Entry::getValue)
                .toList();
        return IntStream.range(0, products.isEmpty() ? 0 : products.get(0).size())
                .mapToObj(round -> products.stream()
                        .map(turns -> turns.get(round))
                        .max(Comparator.comparingDouble(Turn::tokensPerSecond))
                        .orElseThrow())
                .toList();
    }
}

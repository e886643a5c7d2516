package org.reelsense.bench.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.Spread;
import org.reelsense.bench.train.Flops;
import org.reelsense.network.Cell;

/** What the turns of one setting come to, by row. */
record ScoringRates(Setting setting, Map<String, List<Turn>> turns) {

    private static final double GIGA = 1e9;
    private static final double PERCENT = 100;

    List<Measured> measured() {
        List<Measured> measured = new ArrayList<>();
        turns.forEach((row, own) -> measured.add(new Measured(setting, row, own, rates(row, own))));
        return measured;
    }

    private Map<String, Spread> rates(String row, List<Turn> own) {
        Map<String, Spread> rates = new LinkedHashMap<>();
        boolean product = row.startsWith(ScoringRows.SGEMM);
        if (!product) {
            rates.put("reviews/s", Spread.of(own, Turn::reviewsPerSecond));
        }
        rates.put("GFLOP/s", Spread.of(own, product ? products() : scoring()));
        if (turns.keySet().stream().anyMatch(name -> name.startsWith(ScoringRows.SGEMM))) {
            rates.put("% of sgemm", share(own, product).times(PERCENT));
        }
        List<Turn> ours = turns.get(ScoringRows.OURS);
        if (ours != null && !product && !row.equals(ScoringRows.OURS)) {
            rates.put("Reelsense is x", Spread.ratio(ours, own, scoring()));
        }
        return rates;
    }

    private ToDoubleFunction<Turn> scoring() {
        long operations = Flops.forward(cell(), hidden(), hidden());
        return turn -> turn.tokensPerSecond() * operations / GIGA;
    }

    /** The matrix products count their tokens as those of training. */
    private ToDoubleFunction<Turn> products() {
        long operations = Flops.training(cell(), hidden(), hidden());
        return turn -> turn.tokensPerSecond() * operations / GIGA;
    }

    private Cell cell() {
        return Cell.ofId(setting.text(ScoringTask.CELL));
    }

    private int hidden() {
        return setting.number(ScoringTask.HIDDEN);
    }

    /** Of the best matrix product of each round. */
    private Spread share(List<Turn> own, boolean product) {
        List<List<Turn>> products = turns.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ScoringRows.SGEMM))
                .map(Map.Entry::getValue)
                .toList();
        ToDoubleFunction<Turn> rate = product ? products() : scoring();
        return Spread.of(IntStream.range(0, own.size())
                .mapToDouble(round -> rate.applyAsDouble(own.get(round))
                        / products.stream()
                                .map(all -> all.get(round))
                                .mapToDouble(products())
                                .max()
                                .orElse(Double.NaN))
                .toArray());
    }
}

package org.reelsense.bench.result;

import java.util.List;
import java.util.Map;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;

/**
 * One row at one setting: the record that tables, CSV, JSON and charts are made of.
 *
 * @param setting what it was ready for
 * @param row which engine, how
 * @param turns one a round, with the other rows of this setting side by side
 * @param rates spreads by name, such as {@code reviews/s}, {@code GFLOP/s}, {@code x libtorch}; in the order to show
 */
public record Measured(Setting setting, String row, List<Turn> turns, Map<String, Spread> rates) {

    public Measured {
        turns = List.copyOf(turns);
    }
}

package org.reelsense.bench.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.reelsense.bench.process.Setting;
import org.reelsense.network.Cell;

/**
 * The cells of the table. Pieces of 64 tokens are what both presets use; whole reviews ("5000") are for those who want no
 * cut. E is H.
 */
final class ScoringSettings {

    private static final int PIECES = 64;
    private static final int WHOLE = 5_000;
    private static final List<Integer> SIZES = List.of(64, 128, 256, 512);
    private static final int WHOLE_AT = 128;

    private ScoringSettings() {}

    static List<Setting> all(boolean quick, Predicate<Setting> wanted) {
        return (quick ? quick() : full()).stream().filter(wanted).toList();
    }

    private static List<Setting> quick() {
        return List.of(setting(Cell.LSTM, 64, PIECES), setting(Cell.GRU, 64, PIECES));
    }

    private static List<Setting> full() {
        List<Setting> all = new ArrayList<>();
        for (Cell cell : List.of(Cell.LSTM, Cell.GRU, Cell.RNN)) {
            for (int hidden : SIZES) {
                all.add(setting(cell, hidden, PIECES));
                if (hidden == WHOLE_AT) {
                    all.add(setting(cell, hidden, WHOLE));
                }
            }
        }
        return all;
    }

    private static Setting setting(Cell cell, int hidden, int pieces) {
        return new Setting(Map.of(ScoringTask.CELL, cell.id()))
                .with(ScoringTask.HIDDEN, hidden)
                .with(ScoringTask.PIECES, pieces)
                .with(ScoringTask.REVIEWS, reviews(hidden));
    }

    /** Of a part: a turn should not take minutes. The whole set is the sum of its parts, which have like lengths. */
    private static int reviews(int hidden) {
        return hidden <= 128 ? 1_000 : hidden == 256 ? 500 : 250;
    }
}

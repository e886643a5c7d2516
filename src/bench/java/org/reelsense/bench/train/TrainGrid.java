package org.reelsense.bench.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reelsense.bench.process.Setting;
import org.reelsense.network.Cell;

/**
 * Which settings the training bench measures: a star round H = 128, batch 64, pieces of 64 tokens. Every combination would
 * take hours.
 */
final class TrainGrid {

    /** Value of a setting: tokens after which a review is cut off, or {@link #WHOLE}. */
    static final String CUT = "cut";

    static final String WHOLE = "none";

    private static final int HIDDEN = 128;
    private static final int BATCH = 64;
    private static final int PIECE = 64;
    private static final int LONGEST = 400;

    private TrainGrid() {}

    /** What a first look needs: the cells the targets are about. */
    static List<Setting> quick() {
        return List.of(setting(Cell.LSTM, HIDDEN, BATCH, PIECE, WHOLE), setting(Cell.GRU, HIDDEN, BATCH, PIECE, WHOLE));
    }

    static List<Setting> full() {
        List<Setting> settings = new ArrayList<>();
        for (Cell cell : List.of(Cell.LSTM, Cell.GRU, Cell.RNN)) {
            for (int hidden : List.of(64, HIDDEN, 256, 512)) {
                settings.add(setting(cell, hidden, BATCH, PIECE, WHOLE));
            }
            settings.add(setting(cell, HIDDEN, 16, PIECE, WHOLE));
            settings.add(setting(cell, HIDDEN, 256, PIECE, WHOLE));
            settings.add(setting(cell, HIDDEN, BATCH, LONGEST, Integer.toString(LONGEST)));
        }
        return settings;
    }

    /** Whether a setting lies on the star's arm along H. */
    static boolean isByHidden(Setting setting) {
        return setting.number(Work.BATCH) == BATCH && setting.number(Work.PIECES) == PIECE;
    }

    /** Whether it is the star's middle, which the targets are about. */
    static boolean isCentre(Setting setting) {
        return isByHidden(setting) && setting.number(Work.HIDDEN) == HIDDEN;
    }

    private static Setting setting(Cell cell, int hidden, int batch, int piece, String cut) {
        return new Setting(Map.of(
                Work.CELL,
                cell.id(),
                Work.HIDDEN,
                Integer.toString(hidden),
                Work.BATCH,
                Integer.toString(batch),
                Work.PIECES,
                Integer.toString(piece),
                CUT,
                cut));
    }
}

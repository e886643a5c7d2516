package org.reelsense.bench.forecast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reelsense.bench.process.Contestant;
import org.reelsense.bench.process.Rounds;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.SettingNotes;
import org.reelsense.bench.process.Turn;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.Spread;

/** The rounds of one setting, a turn being an epoch, and what follows from them. */
record ForecastRounds(Setting setting, int rounds) {

    static final String SECONDS = "s an epoch";

    /** How many times as fast as the authors on their machine. */
    static final String AUTHORS = "x authors'";

    private static final int MOST_WARM_UPS = 20;
    private static final double WARM_UP_SECONDS = 2;

    /** Seconds of the authors' epochs of BANKEX, by 86 steps of 66 and 56 ms, on a machine that they do not name. */
    private static final Map<String, Double> AUTHORS_SECONDS = Map.of("lstm", 5.7, "gru", 4.8);

    List<Measured> run(List<Contestant> ready, SettingNotes notes) {
        List<Contestant> warm = notes.able(ready, ForecastRounds::warmUp);
        return measured(Rounds.inTurns(warm, rounds, (contestant, round) -> contestant.run(round, 1), notes));
    }

    private static void warmUp(Contestant contestant) throws IOException {
        double seconds = 0;
        for (int epoch = 0; epoch < MOST_WARM_UPS && seconds < WARM_UP_SECONDS; epoch++) {
            seconds += contestant.run(0, 1).seconds();
        }
    }

    /** Of each row's turns, one epoch each. */
    List<Measured> measured(Map<String, List<Turn>> turns) {
        List<Measured> measured = new ArrayList<>();
        turns.forEach((row, own) -> measured.add(new Measured(setting, row, own, rates(row, own, turns))));
        return measured;
    }

    private Map<String, Spread> rates(String row, List<Turn> own, Map<String, List<Turn>> all) {
        Map<String, Spread> rates = new LinkedHashMap<>();
        rates.put(SECONDS, Spread.of(own, Turn::seconds));
        double authors = AUTHORS_SECONDS.get(setting.text(ForecastWork.CELL));
        rates.put(AUTHORS, Spread.of(own, turn -> authors / turn.seconds()));
        for (String ours : List.of(ForecastRows.OURS_ALONE, ForecastRows.OURS)) {
            if (all.containsKey(ours) && !row.equals(ours)) {
                rates.put(times(ours), Spread.ratio(all.get(ours), own, Turn::reviewsPerSecond));
            }
        }
        return rates;
    }

    /** Name of the rate that says how many times as fast one of our rows is as the row. */
    static String times(String ours) {
        return ours + " is x";
    }
}

package org.reelsense.bench.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contestants that take turns: one works, all others wait. Whatever disturbs the machine for longer than a turn so meets
 * all of them, and a ratio is made of turns of the same round.
 *
 * @param rounds turns of each contestant that count
 * @param secondsATurn about how long a turn should be
 * @param mostUnits in a turn, even if it is shorter then
 */
public record Rounds(int rounds, double secondsATurn, int mostUnits) {

    private static final int WARM_UP_TURNS = 2;

    /**
     * Lets all of them warm up, finds how many units make a turn, and runs the rounds, the order turned by one from round
     * to round.
     *
     * @return for each row that managed all, in the order given, its turns, one a round
     */
    public Map<String, List<Turn>> run(List<Contestant> contestants, SettingNotes notes) {
        Map<Contestant, Integer> units = new LinkedHashMap<>();
        List<Contestant> warm = notes.able(contestants, contestant -> units.put(contestant, unitsATurn(contestant)));
        return inTurns(
                warm,
                rounds,
                (contestant, round) -> contestant.run(round * units.get(contestant), units.get(contestant)),
                notes);
    }

    /** What a contestant does in a round, counted from 0. */
    @FunctionalInterface
    public interface Task {
        Turn run(Contestant contestant, int round) throws IOException;
    }

    /**
     * The bare rounds, without warming up, the order turned by one from round to round. Who fails in one has no turns and
     * gets no more.
     */
    public static Map<String, List<Turn>> inTurns(
            List<Contestant> contestants, int rounds, Task task, SettingNotes notes) {
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        contestants.forEach(contestant -> turns.put(contestant.row(), new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int place = 0; place < contestants.size(); place++) {
                Contestant next = contestants.get((place + round) % contestants.size());
                int number = round;
                List<Turn> own = turns.get(next.row());
                if (own != null && !notes.manages(next, who -> own.add(task.run(who, number)))) {
                    turns.remove(next.row());
                }
            }
        }
        return turns;
    }

    /** Doubles the units until a turn is long enough to judge by. */
    private int unitsATurn(Contestant contestant) throws IOException {
        double seconds = contestant.run(0, 1).seconds();
        int units = 1;
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            units = (int) Math.max(1, Math.min(mostUnits, Math.round(secondsATurn * units / seconds)));
            seconds = contestant.run(0, units).seconds();
        }
        return (int) Math.max(1, Math.min(mostUnits, Math.round(secondsATurn * units / seconds)));
    }
}

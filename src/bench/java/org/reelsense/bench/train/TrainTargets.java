package org.reelsense.bench.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.Spread;

/** What was to be reached at H = 128 and what was measured, reached or not. */
final class TrainTargets {

    private TrainTargets() {}

    /** A line a target, for the targets whose rows were measured. */
    static String report(List<Measured> results) {
        List<String> lines = new ArrayList<>();
        for (Measured ours : results) {
            if (ours.row().equals(TrainRows.OURS) && TrainGrid.isCentre(ours.setting())) {
                report(ours, results, lines);
            }
        }
        return String.join("\n", lines);
    }

    private static void report(Measured ours, List<Measured> results, List<String> lines) {
        String cell = ours.setting().text(Work.CELL);
        List<Measured> beside = results.stream()
                .filter(other -> other.setting().equals(ours.setting()))
                .toList();
        bestTorch(beside)
                .ifPresent(best -> lines.add(line(
                        cell + ", times as fast as " + best.row() + " (libtorch's best one process)",
                        best.rates().get(TrainRounds.TIMES),
                        cell.equals("gru") ? "3.0" : cell.equals("lstm") ? "2.0" : "none")));
        times(beside, TrainRows.DL4J).ifPresent(x -> lines.add(line(cell + ", times as fast as DL4J", x, "40")));
        times(beside, TrainRows.OURS_ALONE)
                .ifPresent(x -> lines.add(line(cell + ", all cores over one thread", x, "1.85")));
        Optional.ofNullable(ours.rates().get(TrainRounds.SHARE))
                .ifPresent(x -> lines.add(line(cell + ", % of sgemm", x, "55")));
    }

    private static Optional<Measured> bestTorch(List<Measured> beside) {
        return beside.stream()
                .filter(row -> TrainRows.ONE_TORCH.contains(row.row()))
                .filter(row -> row.rates().containsKey(TrainRounds.TIMES))
                .max(Comparator.comparingDouble(
                        row -> row.rates().get(TrainRounds.GIGAFLOPS).median()));
    }

    private static Optional<Spread> times(List<Measured> beside, String row) {
        return beside.stream()
                .filter(other -> other.row().equals(row))
                .map(other -> other.rates().get(TrainRounds.TIMES))
                .findFirst();
    }

    private static String line(String what, Spread measured, String target) {
        return String.format(
                Locale.ROOT,
                "%s: %.2f (%.2f to %.2f), target %s",
                what,
                measured.median(),
                measured.least(),
                measured.most(),
                target);
    }
}

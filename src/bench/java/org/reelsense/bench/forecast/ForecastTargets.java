package org.reelsense.bench.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.Spread;

/** What was to be reached and what was measured, reached or not: our best row beside libtorch's, setting by setting. */
final class ForecastTargets {

    private ForecastTargets() {}

    /** Two lines a setting; of libtorch none where it was not measured. */
    static String report(List<Measured> results) {
        List<String> lines = new ArrayList<>();
        for (Setting setting :
                results.stream().map(Measured::setting).distinct().toList()) {
            List<Measured> rows = results.stream()
                    .filter(row -> row.setting().equals(setting))
                    .toList();
            best(rows, ForecastRows.REELSENSE).ifPresent(ours -> report(ours, best(rows, ForecastRows.TORCH), lines));
        }
        return String.join("\n", lines);
    }

    private static Optional<Measured> best(List<Measured> rows, String begin) {
        return rows.stream()
                .filter(row -> row.row().startsWith(begin))
                .min(Comparator.comparingDouble(
                        row -> row.rates().get(ForecastRounds.SECONDS).median()));
    }

    private static void report(Measured ours, Optional<Measured> torch, List<String> lines) {
        String who = ours.setting().text(ForecastWork.CELL) + ", horizon "
                + ours.setting().text(ForecastWork.HORIZON) + ": " + ours.row() + ", "
                + shown(ours.rates().get(ForecastRounds.SECONDS)) + " s an epoch, ";
        torch.ifPresent(peer -> lines.add(who
                + shown(peer.rates().get(ForecastRounds.times(ours.row())))
                + " times as fast as " + peer.row() + " (libtorch's best of the rows asked for), target more than 1"));
        lines.add(who + shown(ours.rates().get(ForecastRounds.AUTHORS))
                + " times as fast as the authors on another machine, target 5");
    }

    private static String shown(Spread spread) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", spread.median(), spread.least(), spread.most());
    }
}

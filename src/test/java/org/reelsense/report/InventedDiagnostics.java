package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.reelsense.evaluation.CalibrationBin;
import org.reelsense.evaluation.Curve;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.Diagnostics.Slice;

/** What a run finds out about one model, invented from its accuracy. */
final class InventedDiagnostics {

    private static final int TEST = 25_000;
    private static final Map<String, List<String>> LABELS = Map.of(
            "length", List.of("1-99", "100-149", "150-199", "200-299", "300-499", "500-999", "1000+"),
            "stars", List.of("1", "2", "3", "4", "7", "8", "9", "10"),
            "negation", List.of("none", "under 1", "1-2", "2-3", "3+"),
            "rarity", List.of("under 4 %", "4-6 %", "6-8 %", "8-10 %", "10 %+"));
    private static final Map<String, Double> ERRORS = Map.of("lstm", 0.0132, "gru", 0.0141, "rnn", 0.0187, "", 0.0412);

    private InventedDiagnostics() {}

    /** @param cell empty for a yardstick, which no temperature makes better */
    static Diagnostics of(String cell, double accuracy) {
        boolean network = !cell.isEmpty();
        return new Diagnostics(
                slices(cell, accuracy),
                bins(accuracy, network ? 0.6 : 0.9),
                bins(accuracy, 0.9),
                network ? 0.0231 : 0.0412,
                ERRORS.get(cell),
                curve(accuracy, false),
                curve(accuracy, true),
                0.49 + (accuracy - 0.5) * 1.12);
    }

    private static List<Slice> slices(String cell, double accuracy) {
        List<Slice> slices = new ArrayList<>();
        for (String by : List.of("length", "stars", "negation", "rarity")) {
            List<String> labels = LABELS.get(by);
            for (int i = 0; i < labels.size(); i++) {
                long reviews = by.equals("length") && i == 6 ? 480 : TEST / labels.size() - 100 * i;
                double harder = by.equals("stars") ? -0.02 * Math.min(i, 7 - i) : -0.006 * i;
                double lstm = cell.equals("lstm") && by.equals("length") ? 0.003 * i : 0;
                double share = Math.min(0.999, Math.max(0.3, accuracy + 0.02 + harder + lstm));
                slices.add(new Slice(by, labels.get(i), reviews, Math.round(share * reviews)));
            }
        }
        return slices;
    }

    private static List<CalibrationBin> bins(double accuracy, double trust) {
        return IntStream.range(0, 15)
                .mapToObj(bin -> {
                    double middle = (bin + 0.5) / 15;
                    return new CalibrationBin(
                            bin / 15.0,
                            (bin + 1) / 15.0,
                            bin == 0 || bin == 14 ? 10_000 : 200 + Math.round(1_000 * accuracy),
                            middle,
                            0.5 + (middle - 0.5) * trust);
                })
                .toList();
    }

    private static Curve curve(double accuracy, boolean precision) {
        List<Double> x = IntStream.rangeClosed(0, 100).mapToObj(i -> i / 100.0).toList();
        double power = Math.max(0.02, 1 - accuracy);
        return new Curve(
                x,
                x.stream()
                        .map(at -> precision ? 1 - 0.5 * Math.pow(at, 1 / power) : Math.pow(at, power))
                        .toList());
    }
}

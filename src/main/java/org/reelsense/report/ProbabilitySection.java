package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.RunRecord.Calibration;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.report.Section.Sheet;
import org.reelsense.report.Table.Column;

/** How far probabilities can be trusted, before and after the temperature, and how well they rank reviews. */
final class ProbabilitySection {

    private static final String NOTE = "The calibration error is the expected one, over 15 bins, on test: the mean gap"
            + " between the probability given and the share that came true, in points; 0 is best. A model that gives every"
            + " review the same probability can have it and tells nothing: it is no best one. The temperature was fitted on"
            + " dev. AUC and average precision are of \"positive\"; 1 is best. With several seeds, all are means.";

    private static final List<Column<Contender>> COLUMNS = List.of(
            words("model", Contender::shown),
            figures("temperature", "", row -> Figures.fixed(temperature(row), 2)),
            figures("calibration error", "points, before", row -> Figures.percent(before(row))),
            figures(
                    "calibration error",
                    "points, after",
                    row -> Figures.percent(after(row)),
                    ProbabilitySection::trust),
            figures("AUC", "", row -> Figures.score(auc(row)), ProbabilitySection::auc),
            figures("average precision", "", row -> Figures.score(precision(row)), ProbabilitySection::precision));

    private ProbabilitySection() {}

    /** Empty if no model has any of this. */
    static Optional<Section> of(List<Contender> ranked) {
        List<Contender> known = ranked.stream()
                .filter(row -> Double.isFinite(after(row)) || Double.isFinite(auc(row)))
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        Section.PROBABILITIES,
                        "How far their probabilities can be trusted",
                        sentences(known),
                        List.of(Sheet.open("Calibration and ranking", Table.of(COLUMNS, known))),
                        NOTE));
    }

    private static List<String> sentences(List<Contender> known) {
        List<String> sentences = new ArrayList<>();
        known.stream()
                .filter(row -> row.isNetwork() && measuredTwice(row))
                .findFirst()
                .ifPresent(row -> sentences.add(scaling(row)));
        List<Contender> both = known.stream()
                .filter(row -> measuredTwice(row) && Double.isFinite(trust(row)))
                .toList();
        if (both.size() > 1) {
            long better = both.stream().filter(row -> after(row) < before(row)).count();
            sentences.add("With the temperature, " + better + " of " + both.size() + " models "
                    + (better == 1 ? "is" : "are") + " better calibrated on test than without.");
        }
        List<Contender> trusted = Best.of(known, ProbabilitySection::trust, row -> Figures.percent(after(row)));
        if (!trusted.isEmpty()) {
            sentences.add("The calibration error of " + Names.of(trusted) + " is the smallest: "
                    + Figures.percent(after(trusted.get(0))) + " points.");
        }
        List<Contender> ranking = Best.of(known, ProbabilitySection::auc, row -> Figures.score(auc(row)));
        if (!ranking.isEmpty()) {
            sentences.add(Names.of(ranking) + (ranking.size() == 1 ? " ranks" : " rank") + " best, with an AUC of "
                    + Figures.score(auc(ranking.get(0))) + ".");
        }
        return sentences;
    }

    private static boolean measuredTwice(Contender row) {
        return Double.isFinite(before(row)) && Double.isFinite(after(row));
    }

    private static String scaling(Contender row) {
        String from = Figures.percent(before(row));
        String to = Figures.percent(after(row));
        String temperature = Figures.fixed(temperature(row), 2);
        String what = "Dividing logits by a temperature"
                + (temperature.equals(Figures.ABSENT) ? "" : " (" + temperature + ")");
        return from.equals(to)
                ? what + " leaves the calibration error of " + row.shown() + " at " + to + " points."
                : what + (after(row) < before(row) ? " lowers" : " raises") + " the calibration error of " + row.shown()
                        + " from " + from + " to " + to + " points.";
    }

    private static double temperature(Contender row) {
        return row.mean(of(Model::calibration, Calibration::temperature));
    }

    private static double before(Contender row) {
        return row.mean(of(Model::diagnostics, Diagnostics::calibrationErrorBefore));
    }

    /** Records of the first release have it in another place. */
    private static double after(Contender row) {
        double after = row.mean(of(Model::diagnostics, Diagnostics::calibrationError));
        return Double.isFinite(after) ? after : row.mean(of(Model::calibration, Calibration::testCalibrationError));
    }

    /** Merit of a calibration error. What gives all reviews the same probability, and so an AUC of a half, has none. */
    private static double trust(Contender row) {
        return auc(row) == 0.5 ? Double.NaN : -after(row);
    }

    private static double auc(Contender row) {
        return row.mean(Model::testAuc);
    }

    private static double precision(Contender row) {
        return row.mean(of(Model::diagnostics, Diagnostics::averagePrecision));
    }

    private static <P> Function<Model, @Nullable Double> of(
            Function<Model, @Nullable P> part, Function<P, @Nullable Double> figure) {
        return model -> {
            @Nullable P known = part.apply(model);
            return known == null ? null : figure.apply(known);
        };
    }
}

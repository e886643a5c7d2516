package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.RunRecord.Calibration;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.report.Section.Sheet;
import org.reelsense.report.Table.Column;

/** How far probabilities can be trusted, before and after the temperature, and how well they rank reviews. */
final class ProbabilitySection {

    private static final String NOTE = "The calibration error is the expected one, over 15 bins, on test: the mean gap"
            + " between the probability given and the share that came true, in points; 0 is best. The temperature was"
            + " fitted on dev. AUC and average precision are of \"positive\"; 1 is best. All are means over seeds.";

    private static final List<Column<Contender>> COLUMNS = List.of(
            words("model", Contender::shown),
            figures("temperature", "", row -> Figures.fixed(temperature(row), 2)),
            figures("calibration error", "points, before", row -> Figures.percent(before(row))),
            figures("calibration error", "points, after", row -> Figures.percent(after(row)), row -> -after(row)),
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
                .filter(Contender::isNetwork)
                .filter(row -> !scaling(row).isEmpty())
                .findFirst()
                .ifPresent(row -> sentences.add(scaling(row)));
        List<Contender> both =
                known.stream().filter(ProbabilitySection::measuredTwice).toList();
        if (both.size() > 1) {
            long better = both.stream().filter(row -> after(row) < before(row)).count();
            sentences.add("After it, " + better + " of " + both.size() + " models are better calibrated on test.");
        }
        most(known, row -> -after(row))
                .ifPresent(row -> sentences.add("The smallest calibration error is that of " + row.shown() + ": "
                        + Figures.percent(after(row)) + " points."));
        most(known, ProbabilitySection::auc)
                .ifPresent(row ->
                        sentences.add(row.shown() + " ranks best, with an AUC of " + Figures.score(auc(row)) + "."));
        return sentences;
    }

    /** The only one is not the best of anything. */
    private static Optional<Contender> most(List<Contender> rows, ToDoubleFunction<Contender> merit) {
        List<Contender> known = rows.stream()
                .filter(row -> Double.isFinite(merit.applyAsDouble(row)))
                .toList();
        return known.size() < 2
                ? Optional.empty()
                : known.stream().max((a, b) -> Double.compare(merit.applyAsDouble(a), merit.applyAsDouble(b)));
    }

    private static boolean measuredTwice(Contender row) {
        return Double.isFinite(before(row)) && Double.isFinite(after(row));
    }

    private static String scaling(Contender row) {
        if (!measuredTwice(row)) {
            return "";
        }
        String does = after(row) < before(row) ? "lowers" : after(row) > before(row) ? "raises" : "does not change";
        String temperature = Figures.fixed(temperature(row), 2);
        return "Dividing logits by a temperature" + (temperature.equals(Figures.ABSENT) ? "" : " (" + temperature + ")")
                + " " + does + " the calibration error of " + row.shown()
                + (does.equals("does not change")
                        ? ""
                        : " from " + Figures.percent(before(row)) + " to " + Figures.percent(after(row)) + " points")
                + ".";
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

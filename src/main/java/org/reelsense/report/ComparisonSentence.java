package org.reelsense.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Comparison;
import org.reelsense.experiment.RunRecord.Model;

/**
 * A comparison in words that its figures support. Whoever is faster or more accurate is named first, so that no ratio is
 * below 1 and no difference below 0; the interval is turned with the difference. "Significant" is McNemar's verdict at
 * the 5 % level, whatever the interval says.
 */
final class ComparisonSentence {

    private final Comparison comparison;
    private final List<Model> models;
    private final String a;
    private final String b;

    private ComparisonSentence(Comparison comparison, List<Model> models) {
        this.comparison = comparison;
        this.models = models;
        this.a = Plain.of(comparison.a());
        this.b = Plain.of(comparison.b());
    }

    static List<String> all(RunRecord record) {
        return record.comparisons().stream()
                .map(comparison -> new ComparisonSentence(comparison, record.models()).words())
                .toList();
    }

    private String words() {
        return "Seed " + comparison.seed() + ": "
                + speed().map(words -> words + "; ").orElse("") + accuracy() + ".";
    }

    /** Empty if one of the times was not measured. */
    private Optional<String> speed() {
        Double ratio = comparison.trainTimeRatio();
        if (ratio == null || !Double.isFinite(ratio) || ratio <= 0) {
            return Optional.empty();
        }
        boolean bIsFaster = ratio > 1;
        String factor = Figures.fixed(bIsFaster ? ratio : 1 / ratio, 2);
        if (factor.equals("1.00")) {
            return Optional.of(a + " and " + b + " train equally fast" + times(comparison.a(), comparison.b()));
        }
        return Optional.of(
                bIsFaster
                        ? faster(b, a, factor) + times(comparison.b(), comparison.a())
                        : faster(a, b, factor) + times(comparison.a(), comparison.b()));
    }

    private static String faster(String fast, String slow, String factor) {
        return fast + " trains " + factor + " times as fast as " + slow;
    }

    /** The seconds behind the ratio, as far as the record has them; more epochs take longer, so those too if unequal. */
    private String times(String first, String second) {
        Optional<Model> one = model(first);
        Optional<Model> other = model(second);
        if (one.isEmpty() || other.isEmpty()) {
            return "";
        }
        boolean epochs = one.get().epochs() != other.get().epochs();
        return " (" + time(one.get(), epochs) + " against " + time(other.get(), epochs) + ")";
    }

    private static String time(Model model, boolean epochs) {
        return Figures.amount(model.trainSeconds()) + " s"
                + (epochs ? String.format(Locale.ROOT, " in %d epochs", model.epochs()) : "");
    }

    private Optional<Model> model(String name) {
        return models.stream()
                .filter(model -> model.seed() == comparison.seed() && Objects.equals(name, model.name()))
                .findFirst();
    }

    private String accuracy() {
        double difference = comparison.accuracyDifference();
        if (!Double.isFinite(difference)) {
            return "test accuracy was not compared";
        }
        String evidence = evidence(difference < 0);
        String points = Figures.percent(Math.abs(difference));
        if (points.equals("0.00")) {
            return "test accuracy " + (difference == 0 ? "is the same" : "differs by less than 0.01 points") + evidence;
        }
        String better = difference > 0 ? a : b;
        String worse = difference > 0 ? b : a;
        return better + " is " + points + " points more accurate on test than " + worse + evidence;
    }

    private String evidence(boolean turned) {
        double low = turned ? -comparison.accuracyDifferenceHigh() : comparison.accuracyDifferenceLow();
        double high = turned ? -comparison.accuracyDifferenceLow() : comparison.accuracyDifferenceHigh();
        return " (95 % interval " + Figures.percent(low) + " to " + Figures.percent(high) + ", McNemar "
                + Figures.p(comparison.mcnemarP()) + ")" + verdict();
    }

    private String verdict() {
        if (!Double.isFinite(comparison.mcnemarP())) {
            return "";
        }
        return comparison.mcnemarP() < Figures.SIGNIFICANCE ? ": significant" : ": not significant";
    }
}

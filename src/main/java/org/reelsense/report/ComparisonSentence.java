package org.reelsense.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.RunRecord.Model;

/**
 * A pair in words that its figures support. Whoever is faster or more accurate is named first, so that no ratio is below
 * 1 and no difference below 0; the interval is turned with the difference. "Significant" is the verdict of the test at
 * the 5 % level, whatever the interval says: McNemar's at one seed, the bootstrap over reviews and seeds at several.
 */
final class ComparisonSentence {

    private final Pairing pairing;
    private final Map<String, Contender> byName;

    private ComparisonSentence(Pairing pairing, Map<String, Contender> byName) {
        this.pairing = pairing;
        this.byName = byName;
    }

    /** A sentence for each pair, in order. */
    static List<String> all(List<Pairing> pairings, List<Contender> contenders) {
        Map<String, Contender> byName =
                contenders.stream().collect(Collectors.toMap(Contender::name, Function.identity()));
        return pairings.stream()
                .map(pairing -> new ComparisonSentence(pairing, byName).words())
                .toList();
    }

    private String words() {
        String speed = speed().map(words -> words + "; ").orElse("");
        return (single() ? "Seed " + pairing.seeds().get(0) + ": " : "") + speed + accuracy() + ".";
    }

    private boolean single() {
        return pairing.seeds().size() == 1;
    }

    /** Empty if one of the times was not measured. */
    private Optional<String> speed() {
        Pairing.Ratio ratio = pairing.time();
        if (ratio == null) {
            return Optional.empty();
        }
        Pairing fasterFirst = ratio.mean() > 1 ? pairing.turned() : pairing;
        String fast = Plain.of(fasterFirst.a());
        String slow = Plain.of(fasterFirst.b());
        // Seconds of the slower over those of the faster.
        Pairing.Ratio times = ratio.mean() > 1 ? ratio : ratio.inverse();
        String factor = Figures.fixed(times.mean(), 2);
        String words = factor.equals("1.00")
                ? fast + " and " + slow + " train equally fast"
                : fast + " trains " + factor + " times as fast as " + slow;
        return Optional.of(words + behind(times, fasterFirst));
    }

    /** The range over seeds and the seconds behind the ratio, as far as the record has them. */
    private String behind(Pairing.Ratio times, Pairing fasterFirst) {
        Optional<String> range = Optional.of(times)
                .filter(ratio -> !single() && Double.isFinite(ratio.low()) && Double.isFinite(ratio.high()))
                .map(ratio -> Figures.fixed(ratio.low(), 2) + " to " + Figures.fixed(ratio.high(), 2) + " over "
                        + pairing.seeds().size() + " seeds");
        List<String> both =
                Optional.of(fasterFirst).flatMap(this::seconds).stream().collect(Collectors.toList());
        range.ifPresent(words -> both.add(0, words));
        return both.isEmpty() ? "" : " (" + String.join("; ", both) + ")";
    }

    private Optional<String> seconds(Pairing fasterFirst) {
        List<Model> one = models(fasterFirst.a());
        List<Model> other = models(fasterFirst.b());
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(time(one, other) + " against " + time(other, one) + (single() ? "" : " on average"));
    }

    /** More epochs take longer, so those too if they are unequal. */
    private static String time(List<Model> of, List<Model> against) {
        double seconds = of.stream().mapToDouble(Model::trainSeconds).average().orElseThrow();
        boolean unequal = !epochs(of).equals(epochs(against)) && trainedByEpochs(of) && trainedByEpochs(against);
        return Figures.amount(seconds) + " s" + (unequal ? " in " + epochs(of) : "");
    }

    private static boolean trainedByEpochs(List<Model> models) {
        return models.stream().allMatch(model -> model.epochs() > 0);
    }

    private static String epochs(List<Model> models) {
        double mean = models.stream().mapToInt(Model::epochs).average().orElseThrow();
        return mean == Math.rint(mean) ? Figures.count((long) mean, "epoch") : Figures.fixed(mean, 1) + " epochs";
    }

    private List<Model> models(String name) {
        @Nullable Contender contender = byName.get(name);
        return contender == null
                ? List.of()
                : contender.models().stream()
                        .filter(model -> pairing.seeds().contains(model.seed()))
                        .toList();
    }

    private String accuracy() {
        if (!pairing.compared()) {
            return "test accuracy was not compared";
        }
        Pairing ordered = pairing.betterFirst();
        String better = Plain.of(ordered.a());
        String points = Figures.percent(ordered.difference());
        if (ordered.difference() == 0) {
            return "test accuracy is the same" + evidence(ordered);
        }
        return accuracy(ordered, better, points) + evidence(ordered) + ordered.verdict();
    }

    private static String accuracy(Pairing ordered, String better, String points) {
        if (points.equals("0.00")) {
            return "test accuracy differs by less than 0.01 points";
        }
        return ordered.significant()
                ? better + " is " + points + " points more accurate on test than " + Plain.of(ordered.b())
                : "test accuracy differs by " + points + " points in favour of " + better;
    }

    private static String evidence(Pairing pairing) {
        double sd = pairing.sd();
        return " (95 % interval " + Figures.percent(pairing.low()) + " to " + Figures.percent(pairing.high()) + ", "
                + (Double.isFinite(sd) ? "standard deviation between seeds " + Figures.percent(sd) + ", " : "")
                + (pairing.test() == Pairing.Test.MCNEMAR ? "McNemar " : "")
                + Figures.p(pairing.p()) + (Double.isFinite(sd) ? seedBySeed(pairing) : "") + ")";
    }

    /** Whether the seeds agree: a single one that differs much can make the mean. */
    private static String seedBySeed(Pairing pairing) {
        return "; McNemar's test is significant at " + pairing.significantSeeds() + " of "
                + Figures.count(pairing.seeds().size(), "seed");
    }
}

package org.reelsense.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.PairSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Comparison;

/**
 * Two models on the same test reviews, at one seed or over several.
 *
 * @param a name of a model; the record may have none of that name
 * @param difference of accuracy, a minus b
 * @param low of the 95 % interval of the difference
 * @param p that the verdict rests on
 * @param test that gave p
 * @param time seconds of a over seconds of b; absent if one was not trained
 * @param bySeed McNemar's test at each seed, in either order of the two
 */
record Pairing(
        String a,
        String b,
        List<Long> seeds,
        double difference,
        double low,
        double high,
        double p,
        Test test,
        @Nullable Ratio time,
        List<Comparison> bySeed) {

    enum Test {
        /** Exact, at one seed. */
        MCNEMAR,
        /** Paired, over reviews and seeds. */
        BOOTSTRAP
    }

    /** How many times as long; {@code low} and {@code high} are those of single seeds, not numbers with one seed. */
    record Ratio(double mean, double low, double high) {

        Ratio inverse() {
            return new Ratio(1 / mean, 1 / high, 1 / low);
        }

        private static @Nullable Ratio of(@Nullable Double mean, @Nullable Double low, @Nullable Double high) {
            boolean measured = mean != null && Double.isFinite(mean) && mean > 0;
            return measured ? new Ratio(mean, orNaN(low), orNaN(high)) : null;
        }

        private static double orNaN(@Nullable Double figure) {
            return figure != null && figure > 0 ? figure : Double.NaN;
        }
    }

    private record Names(String a, String b) {

        static Names of(@Nullable String a, @Nullable String b) {
            String one = Objects.requireNonNullElse(a, "");
            String other = Objects.requireNonNullElse(b, "");
            return one.compareTo(other) <= 0 ? new Names(one, other) : new Names(other, one);
        }
    }

    /** Over seeds, or seed by seed if the record has no summary of pairs. */
    static List<Pairing> all(RunRecord record) {
        List<PairSummary> pairs = record.pairs();
        if (pairs == null || pairs.isEmpty()) {
            return record.comparisons().stream().map(Pairing::of).toList();
        }
        Map<Names, List<Comparison>> bySeed = new HashMap<>();
        for (Comparison comparison : record.comparisons()) {
            bySeed.computeIfAbsent(Names.of(comparison.a(), comparison.b()), names -> new ArrayList<>())
                    .add(comparison);
        }
        return pairs.stream()
                .map(pair -> of(pair, bySeed.getOrDefault(Names.of(pair.a(), pair.b()), List.of())))
                .toList();
    }

    private static Pairing of(Comparison comparison) {
        return new Pairing(
                Objects.requireNonNullElse(comparison.a(), ""),
                Objects.requireNonNullElse(comparison.b(), ""),
                List.of(comparison.seed()),
                comparison.accuracyDifference(),
                comparison.accuracyDifferenceLow(),
                comparison.accuracyDifferenceHigh(),
                comparison.mcnemarP(),
                Test.MCNEMAR,
                Ratio.of(comparison.trainTimeRatio(), null, null),
                List.of(comparison));
    }

    private static Pairing of(PairSummary pair, List<Comparison> bySeed) {
        // At one seed McNemar's test is exact; the bootstrap could only come near it.
        if (pair.seeds().size() == 1 && bySeed.size() == 1) {
            Pairing single = of(bySeed.get(0));
            return single.a().equals(pair.a()) ? single : single.turned();
        }
        return new Pairing(
                Objects.requireNonNullElse(pair.a(), ""),
                Objects.requireNonNullElse(pair.b(), ""),
                pair.seeds(),
                pair.accuracyDifference(),
                pair.accuracyDifferenceLow(),
                pair.accuracyDifferenceHigh(),
                pair.bootstrapP(),
                Test.BOOTSTRAP,
                Ratio.of(pair.trainTimeRatio(), pair.trainTimeRatioLow(), pair.trainTimeRatioHigh()),
                bySeed);
    }

    /** The same seen from the other side. */
    Pairing turned() {
        return new Pairing(
                b, a, seeds, -difference, -high, -low, p, test, time == null ? null : time.inverse(), bySeed);
    }

    /** The same with the more accurate model as {@code a}. */
    Pairing betterFirst() {
        return difference < 0 ? turned() : this;
    }

    boolean isOf(String one, String other) {
        return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
    }

    boolean compared() {
        return Double.isFinite(difference);
    }

    boolean significant() {
        return p < Figures.SIGNIFICANCE;
    }

    /** {@code , which is significant}, or nothing if there is no p. */
    String verdict() {
        if (!Double.isFinite(p)) {
            return "";
        }
        return significant() ? ", which is significant" : ", which is not significant";
    }

    /** Standard deviation of the difference between seeds (n - 1); not a number unless each of several seeds has its own. */
    double sd() {
        return bySeed.size() == seeds.size()
                ? Spread.of(bySeed.stream().mapToDouble(this::difference).toArray())
                        .sd()
                : Double.NaN;
    }

    private double difference(Comparison comparison) {
        return a.equals(comparison.a()) ? comparison.accuracyDifference() : -comparison.accuracyDifference();
    }

    /** At how many of {@link #bySeed} McNemar's test calls the difference significant. */
    long significantSeeds() {
        return bySeed.stream()
                .filter(comparison -> comparison.mcnemarP() < Figures.SIGNIFICANCE)
                .count();
    }
}

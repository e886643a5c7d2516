package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.embedding.NeighbourQuality;
import org.reelsense.embedding.WordMap;
import org.reelsense.evaluation.Interval;
import org.reelsense.evaluation.Proportion;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.PairSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Calibration;
import org.reelsense.experiment.RunRecord.Comparison;
import org.reelsense.experiment.RunRecord.Confusion;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.experiment.SizeRecord;

/**
 * A record as a whole run makes it: three yardsticks, six networks and two averages, three seeds each. Its figures are
 * invented, and of a size as real ones have it.
 */
final class FullRun {

    private static final int TEST = 25_000;
    private static final long[] SEEDS = {1, 2, 3};
    private static final double[] SHIFTS = {0, 0.0011, -0.0008};

    private record Sort(String name, String kind, @Nullable String cell, double accuracy, double seconds) {

        boolean both() {
            return name.startsWith("bi");
        }

        boolean network() {
            return kind.equals(Model.NETWORK);
        }
    }

    private static final List<Sort> SORTS = List.of(
            new Sort("majority", Model.YARDSTICK, null, 0.5, 0.002),
            new Sort("wordcount", Model.YARDSTICK, null, 0.7321, 0.31),
            new Sort("nbsvm", Model.YARDSTICK, null, 0.9182, 21.4),
            new Sort("rnn", Model.NETWORK, "rnn", 0.8619, 96),
            new Sort("birnn", Model.NETWORK, "rnn", 0.8787, 131),
            new Sort("lstm", Model.NETWORK, "lstm", 0.9231, 248),
            new Sort("bilstm", Model.NETWORK, "lstm", 0.9264, 377),
            new Sort("gru", Model.NETWORK, "gru", 0.9222, 201),
            new Sort("bigru", Model.NETWORK, "gru", 0.9254, 304),
            new Sort("bilstm+nbsvm", Model.AVERAGE, null, 0.9338, 0),
            new Sort("bigru+nbsvm", Model.AVERAGE, null, 0.9335, 0));

    private FullRun() {}

    static RunRecord record() {
        return record(SEEDS.length, "");
    }

    /**
     * The same with fewer seeds, or as if merged from several folders.
     *
     * @param suffix of every model's name
     */
    static RunRecord record(int seeds, String suffix) {
        RunRecord plain = Runs.of("imdb", List.of());
        List<Model> models = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            for (Sort sort : SORTS) {
                models.add(model(sort, seed, suffix));
            }
        }
        return new RunRecord(
                plain.schema(),
                plain.dataset(),
                plain.machine(),
                plain.commit(),
                plain.started(),
                "reelsense experiment --models majority,wordcount,nbsvm,rnn,birnn,lstm,bilstm,gru,bigru --seeds 1,2,3",
                new RunRecord.Embedding(
                        39.26, 2_480_035, 128, 39_000, null, new NeighbourQuality(2, 0.9668, 400), map()),
                models,
                comparisons(seeds, suffix),
                SORTS.stream().map(sort -> summary(sort, seeds, suffix)).toList(),
                pairs(seeds, suffix),
                sizes(suffix));
    }

    private static Model model(Sort sort, int seed, String suffix) {
        double accuracy = accuracy(sort, seed);
        long correct = Math.round(accuracy * TEST);
        Interval interval = new Proportion(correct, TEST).wilson(0.95);
        boolean network = sort.network();
        double seconds = seconds(sort, seed);
        long wrong = TEST - correct;
        return new Model(
                sort.name() + suffix,
                sort.cell(),
                network && sort.both(),
                network ? 64 : 0,
                network ? 5_066_753 : sort.name().equals("nbsvm") ? 1_481_220 : 0,
                SEEDS[seed],
                network ? 10 : 0,
                network ? 10 - 2 * seed : 0,
                seconds,
                network ? seconds / 10 : 0,
                network ? 225_000 / seconds : 0,
                sort.kind().equals(Model.AVERAGE) ? 0 : 6_233,
                network ? 1_973_338_112L : 0,
                accuracy + 0.004,
                accuracy,
                interval.low(),
                interval.high(),
                accuracy - 0.002,
                accuracy + 0.003,
                accuracy + 0.0005,
                0.69 - 0.533 * (accuracy - 0.5) / 0.43,
                0.5 + (accuracy - 0.5) * 1.11,
                new Confusion(correct / 2, wrong / 2, correct - correct / 2, wrong - wrong / 2),
                network ? "models/" + sort.name() + "-" + SEEDS[seed] + ".safetensors" : null,
                network ? history(accuracy + 0.004, seconds / 10, 10 - 2 * seed) : List.of(),
                network ? "float" : null,
                network ? new Calibration(1.1 + 0.01 * seed, 0.2048, 0.2039, 0.0214, 0.0193, 0.0131) : null,
                sort.kind(),
                sort.kind().equals(Model.AVERAGE)
                        ? null
                        : InventedDiagnostics.of(network ? Objects.requireNonNull(sort.cell()) : "", accuracy));
    }

    private static double accuracy(Sort sort, int seed) {
        // Yardsticks have no randomness; two networks of one seed do not move alike.
        return sort.kind().equals(Model.YARDSTICK)
                ? sort.accuracy()
                : sort.accuracy() + SHIFTS[(seed + sort.name().length()) % SHIFTS.length];
    }

    private static double seconds(Sort sort, int seed) {
        return sort.seconds() * (1 + 4 * SHIFTS[(seed + sort.name().length()) % SHIFTS.length]);
    }

    private static List<Epoch> history(double best, double seconds, int bestEpoch) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(epoch -> new Epoch(
                        epoch,
                        seconds,
                        0.12 + 0.37 / epoch,
                        best - 0.003 * Math.abs(bestEpoch - epoch) / epoch - (epoch == bestEpoch ? 0 : 0.0004),
                        0.2 + 0.08 / epoch + 0.5 * (0.93 - best)))
                .toList();
    }

    private static ModelSummary summary(Sort sort, int seeds, String suffix) {
        Spread test = Spread.of(IntStream.range(0, seeds)
                .mapToDouble(seed -> accuracy(sort, seed))
                .toArray());
        Spread seconds = Spread.of(IntStream.range(0, seeds)
                .mapToDouble(seed -> seconds(sort, seed))
                .toArray());
        return new ModelSummary(
                sort.name() + suffix,
                LongStream.of(SEEDS).limit(seeds).boxed().toList(),
                test.mean(),
                seeds == 1 ? null : test.sd(),
                test.mean() - 0.0033,
                test.mean() + 0.0032,
                test.mean() + 0.004,
                0.69 - 0.533 * (test.mean() - 0.5) / 0.43,
                seconds.mean(),
                seeds == 1 ? null : seconds.sd());
    }

    private static List<Comparison> comparisons(int seeds, String suffix) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            for (int i = 0; i < SORTS.size(); i++) {
                for (Sort b : SORTS.subList(i + 1, SORTS.size())) {
                    comparisons.add(comparison(SORTS.get(i), b, seed, suffix));
                }
            }
        }
        return comparisons;
    }

    private static Comparison comparison(Sort a, Sort b, int seed, String suffix) {
        double difference = accuracy(a, seed) - accuracy(b, seed);
        return new Comparison(
                a.name() + suffix,
                b.name() + suffix,
                SEEDS[seed],
                p(difference),
                difference,
                difference - 0.0021,
                difference + 0.0021,
                a.network() && b.network() ? seconds(a, seed) / seconds(b, seed) : null);
    }

    /** As if the standard error of every difference were 0.11 points. */
    private static double p(double difference) {
        return Math.min(1, 2 * Math.exp(-0.717 * z(difference) - 0.416 * z(difference) * z(difference)) * 0.5);
    }

    private static double z(double difference) {
        return Math.abs(difference) / 0.0011;
    }

    private static List<PairSummary> pairs(int seeds, String suffix) {
        List<PairSummary> pairs = new ArrayList<>();
        for (int i = 0; i < SORTS.size(); i++) {
            for (Sort b : SORTS.subList(i + 1, SORTS.size())) {
                pairs.add(pair(SORTS.get(i), b, seeds, suffix));
            }
        }
        return pairs;
    }

    private static PairSummary pair(Sort a, Sort b, int seeds, String suffix) {
        List<Comparison> bySeed = IntStream.range(0, seeds)
                .mapToObj(seed -> comparison(a, b, seed, suffix))
                .toList();
        double difference = bySeed.stream()
                .mapToDouble(Comparison::accuracyDifference)
                .average()
                .orElseThrow();
        double[] ratios = bySeed.stream()
                .flatMap(one -> Stream.ofNullable(one.trainTimeRatio()))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return new PairSummary(
                a.name() + suffix,
                b.name() + suffix,
                LongStream.of(SEEDS).limit(seeds).boxed().toList(),
                difference,
                difference - 0.0022,
                difference + 0.0022,
                p(difference),
                (int) bySeed.stream().filter(one -> one.mcnemarP() < 0.05).count(),
                ratios.length == 0 ? null : Spread.of(ratios).mean(),
                ratios.length == 0 ? null : ratios[0],
                ratios.length == 0 ? null : ratios[ratios.length - 1]);
    }

    private static List<SizeRecord> sizes(String suffix) {
        List<SizeRecord> sizes = new ArrayList<>();
        int[] reviews = {1_000, 2_500, 5_000, 10_000, 22_500};
        for (int i = 0; i < reviews.length; i++) {
            for (int seed = 0; seed < 2; seed++) {
                double lstm = 0.9264 - 0.055 / (1 << i) + 0.003 - SHIFTS[seed];
                double nbsvm = 0.9182 - 0.10 / (1 << i) + 0.006;
                sizes.add(new SizeRecord(
                        "bilstm" + suffix,
                        SEEDS[seed],
                        reviews[i],
                        10,
                        0.0168 * reviews[i],
                        lstm + 0.004,
                        lstm,
                        lstm - 0.0034,
                        lstm + 0.0033));
                sizes.add(new SizeRecord(
                        "nbsvm" + suffix,
                        SEEDS[seed],
                        reviews[i],
                        0,
                        0.001 * reviews[i],
                        nbsvm + 0.004,
                        nbsvm,
                        nbsvm - 0.0034,
                        nbsvm + 0.0033));
            }
        }
        return sizes;
    }

    private static WordMap map() {
        List<String> positive = List.of("superb", "wonderful", "great", "8/10", "perfect", "touching", "excellent");
        List<String> negative = List.of("awful", "worst", "waste", "boring", "3/10", "dull", "lousy");
        List<WordMap.Place> places = new ArrayList<>();
        for (int i = 0; i < positive.size(); i++) {
            double angle = 0.9 * i;
            places.add(new WordMap.Place(positive.get(i), 0.4 + 0.2 * Math.cos(angle), 0.3 * Math.sin(angle), true));
            places.add(new WordMap.Place(negative.get(i), -0.4 - 0.2 * Math.sin(angle), 0.3 * Math.cos(angle), false));
        }
        return new WordMap(0.198, 0.115, places);
    }
}

package org.reelsense.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.evaluation.McNemar;
import org.reelsense.evaluation.MeanAccuracy;
import org.reelsense.evaluation.MeanDifference;
import org.reelsense.evaluation.SampleStatistics;
import org.reelsense.evaluation.SeedBootstrap;

/**
 * Every model over its seeds, and every pair of models over the seeds both have; intervals by {@link SeedBootstrap}.
 */
record OverSeeds(List<ModelSummary> summaries, List<PairSummary> pairs) {

    private static final long DRAWS = 1;

    /** A model's trials by seed. */
    private record Model(String name, TreeMap<Long, ScoredTrial> trials) {

        List<Long> seeds() {
            return List.copyOf(trials.keySet());
        }

        List<Long> seedsSharedWith(Model other) {
            return trials.keySet().stream().filter(other.trials::containsKey).toList();
        }

        boolean[][] correct(List<Long> seeds, boolean[] positive) {
            return seeds.stream()
                    .map(seed -> trials.get(seed).correct(positive))
                    .toArray(boolean[][]::new);
        }

        double[] values(ToDoubleFunction<RunRecord.Model> field) {
            return trials.values().stream()
                    .mapToDouble(trial -> field.applyAsDouble(trial.model()))
                    .toArray();
        }
    }

    /** The bootstrap over some seeds, of the models that have them all. */
    private record Draw(List<Model> models, SeedBootstrap bootstrap) {

        static Draw of(List<Long> seeds, List<Model> all, boolean[] positive) throws InterruptedException {
            List<Model> models = all.stream()
                    .filter(model -> model.trials.keySet().containsAll(seeds))
                    .toList();
            List<boolean[][]> correct =
                    models.stream().map(model -> model.correct(seeds, positive)).toList();
            return new Draw(models, SeedBootstrap.of(correct, DRAWS));
        }

        MeanAccuracy accuracy(Model model) {
            return bootstrap.accuracy(models.indexOf(model));
        }

        MeanDifference difference(Model a, Model b) {
            return bootstrap.difference(models.indexOf(a), models.indexOf(b));
        }
    }

    /**
     * Summarises trials.
     *
     * @param positive what each test review is
     * @param sameMachine whether seconds can be compared
     * @throws InterruptedException if the calling thread is interrupted
     */
    static OverSeeds of(List<ScoredTrial> trials, boolean[] positive, boolean sameMachine) throws InterruptedException {
        List<Model> models = models(trials);
        Map<List<Long>, Draw> draws = new LinkedHashMap<>();
        List<ModelSummary> summaries = new ArrayList<>();
        List<PairSummary> pairs = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            Model a = models.get(i);
            summaries.add(summary(a, draw(a.seeds(), models, positive, draws)));
            for (Model b : models.subList(i + 1, models.size())) {
                List<Long> seeds = a.seedsSharedWith(b);
                if (!seeds.isEmpty() && areComparable(a, b)) {
                    MeanDifference difference =
                            draw(seeds, models, positive, draws).difference(a, b);
                    pairs.add(new Pair(a, b, seeds, positive).summary(difference, sameMachine));
                }
            }
        }
        return new OverSeeds(summaries, pairs);
    }

    private static List<Model> models(List<ScoredTrial> trials) {
        Map<String, Model> models = new LinkedHashMap<>();
        for (ScoredTrial trial : trials) {
            models.computeIfAbsent(trial.model().name(), name -> new Model(name, new TreeMap<>()))
                    .trials
                    .put(trial.model().seed(), trial);
        }
        return List.copyOf(models.values());
    }

    private static boolean areComparable(Model a, Model b) {
        return Averages.areComparable(
                a.trials.firstEntry().getValue(), b.trials.firstEntry().getValue());
    }

    private static Draw draw(List<Long> seeds, List<Model> models, boolean[] positive, Map<List<Long>, Draw> draws)
            throws InterruptedException {
        Draw known = draws.get(seeds);
        if (known != null) {
            return known;
        }
        Draw drawn = Draw.of(seeds, models, positive);
        draws.put(seeds, drawn);
        return drawn;
    }

    private static ModelSummary summary(Model model, Draw draw) {
        MeanAccuracy accuracy = draw.accuracy(model);
        double[] seconds = model.values(RunRecord.Model::trainSeconds);
        return new ModelSummary(
                model.name,
                model.seeds(),
                accuracy.accuracy(),
                orNull(SampleStatistics.standardDeviation(model.values(RunRecord.Model::testAccuracy))),
                accuracy.interval().low(),
                accuracy.interval().high(),
                SampleStatistics.mean(model.values(RunRecord.Model::devAccuracy)),
                SampleStatistics.mean(model.values(RunRecord.Model::testLogLoss)),
                SampleStatistics.mean(seconds),
                orNull(SampleStatistics.standardDeviation(seconds)));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /** Two models at the seeds both have. */
    private record Pair(Model a, Model b, List<Long> seeds, boolean[] positive) {

        PairSummary summary(MeanDifference difference, boolean sameMachine) {
            double[] ratios = sameMachine ? timeRatios() : new double[0];
            boolean known = ratios.length > 0;
            return new PairSummary(
                    a.name,
                    b.name,
                    seeds,
                    difference.difference(),
                    difference.interval().low(),
                    difference.interval().high(),
                    difference.p(),
                    significantSeeds(),
                    known ? SampleStatistics.geometricMean(ratios) : null,
                    known ? DoubleStream.of(ratios).min().orElseThrow() : null,
                    known ? DoubleStream.of(ratios).max().orElseThrow() : null);
        }

        /** Empty if one of them is not a network. */
        private double[] timeRatios() {
            List<Double> ratios = new ArrayList<>();
            for (long seed : seeds) {
                Double ratio = Comparisons.timeRatio(a.trials.get(seed), b.trials.get(seed));
                if (ratio == null) {
                    return new double[0];
                }
                ratios.add(ratio);
            }
            return ratios.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private int significantSeeds() {
            return (int) seeds.stream()
                    .filter(seed -> McNemar.test(
                                            a.trials.get(seed).correct(positive),
                                            b.trials.get(seed).correct(positive))
                                    .p()
                            < Evaluation.SIGNIFICANCE)
                    .count();
        }
    }
}

package org.reelsense.forecast;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.SampleStatistics;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.forecast.ForecastRecord.Scores;
import org.reelsense.forecast.ForecastRecord.SeedScores;
import org.reelsense.forecast.ForecastRecord.Summary;
import org.reelsense.forecast.ForecastRecord.Training;

/** Each model over its seeds, horizon by horizon. */
final class ForecastSummaries {

    private record Kind(int horizon, String name) {}

    private ForecastSummaries() {}

    /** Shorter horizons first, else in the models' order. */
    static List<Summary> of(List<Model> models) {
        Map<Kind, List<Model>> kinds = models.stream()
                .sorted(Comparator.comparingInt(Model::horizon))
                .collect(Collectors.groupingBy(
                        model -> new Kind(model.horizon(), model.name()), LinkedHashMap::new, Collectors.toList()));
        return kinds.values().stream().map(ForecastSummaries::summary).toList();
    }

    private static Summary summary(List<Model> seeds) {
        Model first = seeds.get(0);
        return new Summary(
                first.name(),
                first.kind(),
                first.horizon(),
                seeds.stream()
                        .map(Model::seed)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                first.parameters(),
                overSeeds(scores(seeds, Model::rmse)),
                overSeeds(scores(seeds, Model::directionalAccuracy)),
                mean(seeds.stream(), Model::trainSeconds),
                secondsPerEpoch(seeds));
    }

    private static List<Scores> scores(List<Model> seeds, Function<Model, Scores> figure) {
        return seeds.stream().map(figure).toList();
    }

    private static SeedScores overSeeds(List<Scores> seeds) {
        double[] series = IntStream.range(0, seeds.get(0).series().size())
                .mapToDouble(i -> mean(seeds.stream(), seed -> seed.series().get(i)))
                .toArray();
        double[] means = seeds.stream().mapToDouble(Scores::mean).toArray();
        OptionalDouble seedSd = SampleStatistics.standardDeviation(means);
        Scores together = Scores.of(series);
        return new SeedScores(
                together.series(),
                together.mean(),
                together.sd(),
                seedSd.isPresent() ? seedSd.getAsDouble() : null,
                DoubleStream.of(means).min().orElseThrow(),
                DoubleStream.of(means).max().orElseThrow());
    }

    private static @Nullable Double secondsPerEpoch(List<Model> seeds) {
        List<Training> trainings =
                seeds.stream().map(Model::training).filter(Objects::nonNull).toList();
        return trainings.isEmpty() ? null : mean(trainings.stream(), Training::secondsPerEpoch);
    }

    private static <T> double mean(Stream<T> all, ToDoubleFunction<T> figure) {
        return SampleStatistics.mean(all.mapToDouble(figure).toArray());
    }
}

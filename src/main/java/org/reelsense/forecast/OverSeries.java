package org.reelsense.forecast;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.reelsense.evaluation.SampleStatistics;
import org.reelsense.forecast.ForecastRecord.Scores;
import org.reelsense.forecast.ForecastRecord.SeedScores;

/** Figures of each series, with their mean and how far they lie apart. */
final class OverSeries {

    private OverSeries() {}

    static Scores scores(double... series) {
        double mean = SampleStatistics.mean(series);
        return new Scores(DoubleStream.of(series).boxed().toList(), mean, deviation(series, mean));
    }

    /** @param seeds of one model, one at least */
    static SeedScores overSeeds(List<Scores> seeds) {
        double[] series = IntStream.range(0, seeds.get(0).series().size())
                .mapToDouble(i -> SampleStatistics.mean(
                        seeds.stream().mapToDouble(seed -> seed.series().get(i)).toArray()))
                .toArray();
        double[] means = seeds.stream().mapToDouble(Scores::mean).toArray();
        OptionalDouble seedSd = SampleStatistics.standardDeviation(means);
        Scores together = scores(series);
        return new SeedScores(
                together.series(),
                together.mean(),
                together.sd(),
                seedSd.isPresent() ? seedSd.getAsDouble() : null,
                DoubleStream.of(means).min().orElseThrow(),
                DoubleStream.of(means).max().orElseThrow());
    }

    private static double deviation(double[] values, double mean) {
        return Math.sqrt(DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}

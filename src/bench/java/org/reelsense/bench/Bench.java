package org.reelsense.bench;

import org.reelsense.bench.forecast.ForecastBench;
import org.reelsense.bench.micro.MicroBench;
import org.reelsense.bench.scale.ScaleBench;
import org.reelsense.bench.scale.TimeToAccuracy;
import org.reelsense.bench.scale.TrainingMemory;
import org.reelsense.bench.scoring.ScoringBench;
import org.reelsense.bench.train.TrainBench;

/** Runs the speed benches; {@code src/bench/README.md} tells how. */
public final class Bench {

    private static final String USAGE =
            "usage: all|train|score|forecast|scale|memory|time-to-90|micro [--quick] [--data DIR]"
                    + " [--out DIR] [--only NAME=VALUE]...";

    private Bench() {}

    public static void main(String[] args) throws Exception {
        BenchOptions options = BenchOptions.of(args);
        switch (options.part()) {
            case "all" -> {
                TrainBench.run(options);
                ScoringBench.run(options);
                ForecastBench.run(options);
                ScaleBench.run(options);
                TrainingMemory.run(options);
                MicroBench.run(options);
            }
            case "train" -> TrainBench.run(options);
            case "score" -> ScoringBench.run(options);
            case "forecast" -> ForecastBench.run(options);
            case "scale" -> ScaleBench.run(options);
            case "memory" -> TrainingMemory.run(options);
            case "time-to-90" -> TimeToAccuracy.run(options);
            case "micro" -> MicroBench.run(options);
            default -> throw new IllegalArgumentException(options.part() + ": no such bench; " + USAGE);
        }
    }
}

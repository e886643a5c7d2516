package org.reelsense.bench;

import org.reelsense.bench.micro.MicroBench;
import org.reelsense.bench.train.TrainBench;

/** Runs the speed benches; {@code src/bench/README.md} tells how. */
public final class Bench {

    private static final String USAGE = "usage: all|train|score|scale|micro [--quick] [--data DIR] [--out DIR]";

    private Bench() {}

    public static void main(String[] args) throws Exception {
        BenchOptions options = BenchOptions.of(args);
        switch (options.part()) {
            case "all" -> {
                TrainBench.run(options);
                MicroBench.run(options);
            }
            case "train" -> TrainBench.run(options);
            case "micro" -> MicroBench.run(options);
            default -> throw new IllegalArgumentException(options.part() + ": no such bench; " + USAGE);
        }
    }
}

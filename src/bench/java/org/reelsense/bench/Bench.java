package org.reelsense.bench;

/** Runs the speed benches; {@code src/bench/README.md} tells how. */
public final class Bench {

    private static final String USAGE = "usage: all|train|score|scale|micro [--quick] [--data DIR] [--out DIR]";

    private Bench() {}

    public static void main(String[] args) throws Exception {
        BenchOptions options = BenchOptions.of(args);
        throw new IllegalArgumentException(options.part() + ": no such bench; " + USAGE);
    }
}

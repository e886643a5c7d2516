package org.reelsense.bench.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is measured.
 *
 * @param name of the curve: what varies
 * @param points by value, in order
 */
record ScaleCurves(String name, List<At> points) {

    static final String REVIEWS = "reviews";
    static final String LENGTH = "length";
    static final String HIDDEN = "hidden";
    static final String THREADS = "threads";

    private static final int BASE_HIDDEN = 64;
    private static final int REAL = 0;

    /** A value and the point there. */
    record At(int x, ScaleSetting setting) {}

    static List<ScaleCurves> all(boolean quick, int threads) {
        List<ScaleCurves> curves = new ArrayList<>();
        for (String work : List.of(ScaleSetting.SCORE, ScaleSetting.TRAIN)) {
            boolean train = work.equals(ScaleSetting.TRAIN);
            ScaleSetting base = new ScaleSetting(work, quick ? 500 : 2_000, REAL, BASE_HIDDEN, threads);
            curves.add(new ScaleCurves(
                    REVIEWS,
                    of(quick ? "1000 3000" : "1000 3000 10000 30000 100000", base, ScaleSetting::withReviews)));
            curves.add(new ScaleCurves(
                    LENGTH,
                    of(
                            quick ? "50 500" : "50 100 200 500 1000 2000",
                            base.withReviews(quick ? 200 : 1_000),
                            ScaleSetting::withLength)));
            curves.add(new ScaleCurves(
                    HIDDEN,
                    of(
                            quick ? "64 128" : "64 128 256 512",
                            base.withReviews(train ? 256 : 512),
                            ScaleSetting::withHidden)));
            curves.add(new ScaleCurves(THREADS, of("1 2 4", base, ScaleSetting::withThreads)));
        }
        return curves;
    }

    private interface Variation {
        ScaleSetting of(ScaleSetting base, int x);
    }

    private static List<At> of(String values, ScaleSetting base, Variation variation) {
        return IntStream.of(Arrays.stream(values.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .mapToObj(x -> new At(x, variation.of(base, x)))
                .toList();
    }

    String work() {
        return points.get(0).setting().work();
    }

    /** How often a point is measured, for its median: threads are compared by a few percent, the rest by factors. */
    int repeats() {
        return name.equals(THREADS) ? 5 : 1;
    }
}

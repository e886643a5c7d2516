package org.reelsense.bench.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the way that suits an engine best, by trying: each candidate scores a sample twice and its better time counts.
 * When the time is up, what has not been tried is left out, so put the likely ones first.
 */
final class Tuning {

    private static final double PATIENCE_SECONDS = 12;

    private final List<int[]> sample;
    private final List<String> tried = new ArrayList<>();
    private double spent;
    private double bestSeconds = Double.POSITIVE_INFINITY;
    private double lastSeconds = Double.POSITIVE_INFINITY;

    /** Something to try. */
    record Candidate(String name, Supplier<ScoringEngine> engine) {}

    Tuning(List<int[]> sample) {
        this.sample = sample;
    }

    /** Tries a candidate; says whether it is the best so far. */
    boolean tryOut(Candidate candidate) throws InterruptedException {
        lastSeconds = Double.POSITIVE_INFINITY;
        if (spent > PATIENCE_SECONDS) {
            return false;
        }
        double seconds;
        try (ScoringEngine engine = candidate.engine().get()) {
            double first = seconds(engine);
            seconds = Math.min(first, seconds(engine));
        }
        lastSeconds = seconds;
        tried.add("%s %.3f s".formatted(candidate.name(), seconds));
        boolean better = seconds < bestSeconds;
        bestSeconds = Math.min(bestSeconds, seconds);
        return better;
    }

    private double seconds(ScoringEngine engine) throws InterruptedException {
        long start = System.nanoTime();
        engine.logits(sample);
        double seconds = (System.nanoTime() - start) / 1e9;
        spent += seconds;
        return seconds;
    }

    double bestSeconds() {
        return bestSeconds;
    }

    /** Of the last candidate; infinite if there was no time for it. */
    double lastSeconds() {
        return lastSeconds;
    }

    /** Gives what comes next its own time. */
    void restartClock() {
        spent = 0;
    }

    /** All that were tried, with their seconds. */
    String tried() {
        return String.join(", ", tried);
    }
}

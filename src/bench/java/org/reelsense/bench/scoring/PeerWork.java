package org.reelsense.bench.scoring;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reelsense.network.Weights;

/** Another library at its best: style and size of its batches, then its threads, are tried out on a sample of the work. */
abstract class PeerWork extends ScoringWork {

    /** System property: whether threads are left at the library's default. */
    static final String DEFAULT_THREADS = "bench.defaultThreads";

    /** System property: how many threads call the library at a time; without it one. */
    static final String CALLERS = "bench.callers";

    private static final List<Integer> SIZES = List.of(64, 16, 256, 128, 32);
    /** What a sample is worth: operations of the recurrent layer. */
    private static final double SAMPLE = 4e10;

    private static final int LEAST_SAMPLE = 48;
    private static final double HOPELESS = 2;

    /** Styles to try, the likely one first. */
    abstract List<BatchStyle> styles();

    abstract RowEngine engine(Weights weights, PeerWay way);

    abstract Map<String, String> facts();

    @Override
    final Tuned tune(ScoringTask task) throws InterruptedException {
        Weights weights = task.weights();
        boolean defaults = Boolean.getBoolean(DEFAULT_THREADS);
        int callers = Integer.getInteger(CALLERS, 1);
        PeerWay way = new PeerWay(styles().get(0), SIZES.get(0), defaults ? 0 : 1, callers);
        List<int[]> sample = sample(task);
        Search search = new Search(weights, sample);
        way = search.batches(way);
        if (!defaults && callers == 1) {
            way = search.better(way, ReelsenseIds.threads());
        }
        Map<String, String> facts = new TreeMap<>(facts());
        facts.put("way", way.toString());
        facts.put("tried", search.tuning.tried());
        double speed = ScoringTask.tokens(sample) / search.tuning.bestSeconds();
        return new Tuned(scoring(weights, way), facts, speed);
    }

    private static List<int[]> sample(ScoringTask task) {
        List<int[]> part = task.part(0);
        double operations = (double) task.operationsAToken() * ScoringTask.tokens(part);
        return task.sample((int) Math.max(LEAST_SAMPLE, part.size() * Math.min(1, SAMPLE / operations)));
    }

    private ScoringEngine scoring(Weights weights, PeerWay way) {
        return new RowScoring(weights, engine(weights, way), way.batching(), way.callers());
    }

    /** Remembers what was tried. */
    private final class Search {
        private final Weights weights;
        private final Tuning tuning;

        Search(Weights weights, List<int[]> sample) {
            this.weights = weights;
            tuning = new Tuning(sample);
        }

        private PeerWay better(PeerWay best, PeerWay other) throws InterruptedException {
            Tuning.Candidate candidate = new Tuning.Candidate(other.toString(), () -> scoring(weights, other));
            return tuning.tryOut(candidate) ? other : best;
        }

        /** A style that is far behind at one size is not tried at the others. */
        PeerWay batches(PeerWay first) throws InterruptedException {
            PeerWay best = first;
            Map<BatchStyle, Double> seconds = new EnumMap<>(BatchStyle.class);
            for (BatchStyle style : styles()) {
                best = better(best, first.with(style, first.size()));
                seconds.put(style, tuning.lastSeconds());
            }
            double most = HOPELESS * Collections.min(seconds.values());
            for (int size : SIZES.subList(1, SIZES.size())) {
                for (BatchStyle style : styles()) {
                    best = seconds.get(style) > most ? best : better(best, first.with(style, size));
                }
            }
            return best;
        }

        /** With so many threads another style and size may be the best, so all are tried again. */
        PeerWay better(PeerWay best, int threads) throws InterruptedException {
            double seconds = tuning.bestSeconds();
            tuning.restartClock();
            PeerWay other = batches(best.with(best.style(), SIZES.get(0)).withThreads(threads));
            return tuning.bestSeconds() < seconds ? other : best;
        }
    }
}

package org.reelsense.bench.scoring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.reelsense.network.Weights;

/** Another library at its best: style and size of its batches, then its threads, are tried out on a sample of the work. */
abstract class PeerWork extends ScoringWork {

    /** System property: whether threads are left at the library's default. */
    static final String DEFAULT_THREADS = "bench.defaultThreads";

    private static final List<Integer> SIZES = List.of(64, 16, 256, 128, 32);
    /** What a sample is worth: operations of the recurrent layer. */
    private static final double SAMPLE = 2e10;

    private static final int LEAST_SAMPLE = 32;
    private static final double HOPELESS = 2;

    /** Styles to try, the likely one first. */
    abstract List<BatchStyle> styles();

    abstract RowEngine engine(Weights weights, PeerWay way);

    abstract Map<String, String> facts();

    @Override
    final Tuned tune(ScoringTask task) throws InterruptedException {
        Weights weights = task.weights();
        boolean defaults = Boolean.getBoolean(DEFAULT_THREADS);
        PeerWay way = new PeerWay(styles().get(0), SIZES.get(0), defaults ? 0 : 1, 1);
        List<int[]> sample = sample(task);
        Search search = new Search(weights, sample);
        way = search.batches(way);
        if (!defaults) {
            way = search.threads(way);
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

    /** First the batches, with one thread; then threads, with the best batches. */
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
            double most = HOPELESS * tuning.bestSeconds();
            for (int size : SIZES.subList(1, SIZES.size())) {
                for (BatchStyle style : styles()) {
                    best = seconds.get(style) > most ? best : better(best, first.with(style, size));
                }
            }
            return best;
        }

        /** Two callers may want smaller batches, so that both have work to the end. */
        PeerWay threads(PeerWay first) throws InterruptedException {
            tuning.restartClock();
            PeerWay best = better(first, first.withThreads(2, 1));
            for (int size : Set.of(first.size(), Math.max(SIZES.get(1), first.size() / 4))) {
                best = better(best, first.withThreads(1, 2).with(first.style(), size));
            }
            return best;
        }
    }
}

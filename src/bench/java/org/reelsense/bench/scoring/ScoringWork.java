package org.reelsense.bench.scoring;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Prepared;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;

/** What a worker process does: a unit is a part of the test reviews, from ids to logits. */
abstract class ScoringWork implements Engine {

    /** Reviews whose logits are compared. */
    private static final int PROBED = 100;
    /** A part of the work that takes longer is cut smaller, for this engine alone. */
    private static final double MOST_SECONDS = 3;

    private @Nullable ScoringTask task;
    private @Nullable ScoringTask timed;
    private @Nullable Tuned tuned;

    /**
     * An engine ready to score.
     *
     * @param facts what it is
     * @param tokensPerSecond about how fast it is; infinite if fast enough not to ask
     */
    record Tuned(ScoringEngine engine, Map<String, String> facts, double tokensPerSecond) {}

    /** Makes the engine ready on {@link ScoringTask#weights} as suits it best. */
    abstract Tuned tune(ScoringTask task) throws IOException, InterruptedException;

    @Override
    public Map<String, String> prepare(Setting setting) throws IOException, InterruptedException {
        close();
        ScoringTask next = ScoringTask.of(setting);
        Tuned made = tune(next);
        task = next;
        timed = next.inPartsOf(MOST_SECONDS * made.tokensPerSecond());
        tuned = made;
        Map<String, String> facts = new TreeMap<>(made.facts());
        facts.put("reviews a part", Integer.toString(timed.part(0).size()));
        return facts;
    }

    @Override
    public float[] probe(String what) throws InterruptedException {
        return Prepared.of(tuned).engine().logits(Prepared.of(task).sample(PROBED));
    }

    @Override
    public Turn run(int first, int units) throws InterruptedException {
        long reviews = 0;
        long tokens = 0;
        long nanos = 0;
        for (int unit = first; unit < first + units; unit++) {
            List<int[]> documents = Prepared.of(timed).part(unit);
            long start = System.nanoTime();
            Prepared.of(tuned).engine().logits(documents);
            nanos += System.nanoTime() - start;
            reviews += documents.size();
            tokens += ScoringTask.tokens(documents);
        }
        return new Turn(reviews, tokens, nanos / 1e9);
    }

    @Override
    public void close() {
        if (tuned != null) {
            tuned.engine().close();
            tuned = null;
        }
    }
}

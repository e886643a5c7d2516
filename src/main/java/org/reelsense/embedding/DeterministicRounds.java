package org.reelsense.embedding;

import java.util.List;
import java.util.stream.Stream;

/**
 * The shards of an epoch in rounds of {@link #SHARDS}. Within a round the weights stand still and each shard trains copies
 * of the rows it touches; then the differences are added in the order of the shards, rows shared out among the threads.
 * Each row's sum has one order, so threads cannot change it; more threads than {@link #SHARDS} do not help.
 *
 * <p>A round is small because its shards do not see each other's changes, and not smaller because every round ends with
 * threads that wait.
 */
final class DeterministicRounds {

    static final int SHARDS = 8;

    private final Workers workers;
    private final List<CopiedRows> copies;
    private final RoundSum inputs;
    private final RoundSum targets;

    /** Trains shard {@code index} of an epoch on the rows it is given. */
    @FunctionalInterface
    interface ShardTask {
        void run(int worker, int index, RowSource rows);
    }

    DeterministicRounds(SharedRows weights, Workers workers) {
        this.workers = workers;
        copies = Stream.generate(() -> CopiedRows.of(weights)).limit(SHARDS).toList();
        inputs = new RoundSum(weights.inputs());
        targets = new RoundSum(weights.targets());
    }

    /**
     * Trains {@code size} shards beginning with {@code first}.
     *
     * @param rate the learning rate
     * @throws InterruptedException if the calling thread is interrupted; the weights then hold part of the round
     */
    void round(int first, int size, float rate, ShardTask task) throws InterruptedException {
        workers.forEach(size, (worker, i) -> {
            CopiedRows rows = copies.get(i);
            rows.clear();
            task.run(worker, first + i, rows);
            rows.toDifferences();
        });
        List<TouchedRows> touchedInputs =
                copies.stream().limit(size).map(CopiedRows::inputs).toList();
        List<TouchedRows> touchedTargets =
                copies.stream().limit(size).map(CopiedRows::targets).toList();
        workers.forEach(workers.count(), (worker, part) -> {
            inputs.add(touchedInputs, part, workers.count(), rate);
            targets.add(touchedTargets, part, workers.count(), rate);
        });
    }
}

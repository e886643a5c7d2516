package org.reelsense.network;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch may be cut into shards and spread over threads. */
class ShardingTest {

    private static final int[] LENGTHS = {3, 14, 8, 30, 1, 12, 26};
    private static final double TOLERANCE = 1e-6;
    private static final int THREADS = 2;
    private static final int ROUNDS = 10;

    private record Outcome(float[] logits, Gradients gradients) {}

    @ParameterizedTest
    @EnumSource(Cell.class)
    void gradients_ofTwoShards_addUpToThoseOfTheBatch(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documents(2, LENGTHS);
        Gradients whole = Samples.gradients(weights, documents);
        Gradients first = Gradients.zero(weights.spec());
        Gradients second = Gradients.zero(weights.spec());
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            // an even number of reviews, so that the labels go on as in the whole batch
            train(network, documents.subList(0, 4), documents.size(), first);
            train(network, documents.subList(4, documents.size()), documents.size(), second);
        }
        Gradients sum = Samples.sum(weights.spec(), List.of(first, second));
        Close.assertClose("dense", sum.dense(), whole.dense(), TOLERANCE);
        float[] embedding = Samples.dense(sum.embedding(), weights.spec());
        Close.assertClose("embedding", embedding, Samples.dense(whole.embedding(), weights.spec()), TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void networks_ofTwoThreads_giveTheSameBitsAsOne(Cell cell) throws Exception {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        Outcome alone = outcome(weights);
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            Callable<Outcome> task = () -> {
                start.await();
                return outcome(weights);
            };
            for (Future<Outcome> future : executor.invokeAll(List.of(task, task))) {
                assertSameBits(future.get(), alone);
            }
        } finally {
            executor.shutdown();
        }
    }

    /** The gradients added up over some rounds. */
    private static Outcome outcome(Weights weights) {
        List<int[]> documents = Samples.documents(2, LENGTHS);
        Gradients gradients = Gradients.zero(weights.spec());
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            for (int round = 0; round < ROUNDS; round++) {
                train(network, documents.subList(0, 1 + round % LENGTHS.length), 1, gradients);
            }
            return new Outcome(network.logits(documents), gradients);
        }
    }

    private static void train(ClassifierNetwork network, List<int[]> shard, int lossScale, Gradients gradients) {
        network.train(shard, Samples.labels(shard.size()), lossScale, Regularisation.NONE, 1, gradients);
    }

    private static void assertSameBits(Outcome actual, Outcome expected) {
        Close.assertSame("logits", actual.logits, expected.logits);
        Close.assertSame("dense", actual.gradients.dense(), expected.gradients.dense());
        SparseRows rows = actual.gradients.embedding();
        Close.assertSame(
                "embedding", rows.values(), expected.gradients.embedding().values());
    }
}

package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelsense.network.Cell;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;

class TrainingStepTest {

    private static final int VOCABULARY = 2_000;
    private static final int EMBEDDING = 16;
    private static final int STEPS = 1_000;
    private static final int WINDOW = 200;

    private static final EncodedReviews REVIEWS = reviews();

    /** Large enough for several stretches of dense values and of rows, so that the optimiser's work is shared out too. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void run_otherNumberOfThreads_givesTheSameBits(Cell cell) throws InterruptedException {
        Weights initial = initial(cell, 100);
        assertThat(initial.dense().length).isGreaterThan(16_384);
        TrainingState expected = trained(initial, 1);
        for (int threads = 2; threads <= 4; threads++) {
            TrainingState state = trained(initial, threads);
            assertThat(state.weights().dense()).isEqualTo(expected.weights().dense());
            assertThat(state.weights().embedding()).isEqualTo(expected.weights().embedding());
            assertThat(state.averaged().dense()).isEqualTo(expected.averaged().dense());
            assertThat(state.averaged().embedding())
                    .isEqualTo(expected.averaged().embedding());
        }
    }

    private static TrainingState trained(Weights initial, int threads) throws InterruptedException {
        TrainingState state = new TrainingState(initial.parameters(), 0.9f);
        TrainingSpec spec = Toy.spec(1, 0.01f, Toy.EVERYTHING, 1, 1);
        try (ReviewObjective objective = objective(spec, initial);
                TrainingStep<ClassifierNetwork> step = new TrainingStep<>(spec, threads, objective, state)) {
            for (int[] batch : objective.batches(1)) {
                step.run(batch, 1);
            }
        }
        return state;
    }

    /** Neither what a step takes from the heap nor what it holds outside grows, over a thousand steps of every shape. */
    @Test
    void run_aThousandSteps_takesNoMoreMemory() throws InterruptedException {
        Weights initial = initial(Cell.LSTM, 12);
        TrainingState state = new TrainingState(initial.parameters(), 0.9f);
        TrainingSpec spec = Toy.spec(1, 0.01f, Toy.EVERYTHING, 1, 1);
        List<Long> allocated = new ArrayList<>();
        List<Long> nativeBytes = new ArrayList<>();
        try (ReviewObjective objective = objective(spec, initial);
                TrainingStep<ClassifierNetwork> step = new TrainingStep<>(spec, 2, objective, state)) {
            List<int[]> epoch = objective.batches(1);
            for (int done = 0; done <= STEPS; done++) {
                if (done % WINDOW == 0) {
                    allocated.add(allocatedByAllThreads());
                    nativeBytes.add(Pointer.totalBytes());
                }
                step.run(epoch.get(done % epoch.size()), 0.1f);
            }
        }
        int last = allocated.size() - 1;
        long early = allocated.get(2) - allocated.get(1);
        long late = allocated.get(last) - allocated.get(last - 1);
        assertThat(late).isLessThan(early + early / 2);
        assertThat(late / WINDOW).as("bytes a step").isLessThan(1_000_000);
        assertThat(nativeBytes.get(last)).isLessThanOrEqualTo(nativeBytes.get(1));
    }

    private static ReviewObjective objective(TrainingSpec spec, Weights initial) {
        return new ReviewObjective("toy", spec, 1, initial, REVIEWS, REVIEWS);
    }

    private static long allocatedByAllThreads() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .sum();
    }

    private static Weights initial(Cell cell, int hiddenSize) {
        NetworkSpec spec = new NetworkSpec(cell, true, VOCABULARY, EMBEDDING, hiddenSize, Toy.PIECE);
        float[] embedding = new float[VOCABULARY * EMBEDDING];
        Random random = new Random(99);
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = (float) random.nextGaussian();
        }
        return Weights.initial(spec, embedding, 1);
    }

    /** Of 1 to 60 words. */
    private static EncodedReviews reviews() {
        Random random = new Random(5);
        List<int[]> documents = new ArrayList<>();
        boolean[] positive = new boolean[200];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = random.nextBoolean();
            documents.add(random.ints(1 + random.nextInt(60), 0, VOCABULARY).toArray());
        }
        return new EncodedReviews(documents, positive);
    }
}

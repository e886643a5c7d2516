package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a network takes outside the heap it gives back when closed, without waiting for the garbage collector. */
class NativeMemoryTest {

    private static final int[] LENGTHS = {3, 9, 30, 170};

    @ParameterizedTest
    @EnumSource(Cell.class)
    void close_afterUse_leavesNoNativeObject(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        useOnce(weights);
        long objects = Pointer.totalCount();
        long bytes = Pointer.totalBytes();
        useOnce(weights);
        // at most, not exactly: the collector may find what other tests left
        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(objects);
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(bytes);
    }

    @Test
    void train_repeated_makesNoLastingNativeObject() {
        Weights weights = Samples.weights(Samples.spec(Cell.LSTM), 1);
        Gradients gradients = Gradients.zero(weights.spec());
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            train(network, gradients);
            long objects = Pointer.totalCount();
            for (int step = 0; step < 20; step++) {
                network.load(weights.parameters());
                train(network, gradients);
            }
            assertThat(Pointer.totalCount()).isLessThanOrEqualTo(objects);
        }
    }

    /** Few tokens in a large shape, so that native memory counts and not the heap: 60 MB a cycle. */
    @Test
    void networks_openedAndClosedFiftyTimes_doNotGrowTheProcess() {
        Weights weights = Samples.weights(Samples.spec(Cell.LSTM, true, 64, 128, 100), 1);
        int[] lengths = new int[17];
        Arrays.fill(lengths, 1);
        lengths[0] = 100;
        List<int[]> documents = Samples.documents(1, lengths);
        Gradients gradients = Gradients.zero(weights.spec());
        long most = 0;
        long before = 0;
        for (int cycle = 0; cycle < 55; cycle++) {
            if (cycle == 5) {
                before = Pointer.physicalBytes();
            }
            try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
                network.train(documents, Samples.labels(17), 17, Regularisation.NONE, 1, gradients);
                most = Math.max(most, Pointer.totalBytes());
            }
        }
        assertThat(most).as("native bytes of an open network").isGreaterThan(30L << 20);
        assertThat(Pointer.physicalBytes() - before).isLessThan(200L << 20);
    }

    private static void useOnce(Weights weights) {
        Gradients gradients = Gradients.zero(weights.spec());
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            for (int length : LENGTHS) {
                network.logits(Samples.documents(1, length));
            }
            train(network, gradients);
        }
        Samples.logits(weights, Samples.documents(1, LENGTHS));
    }

    private static void train(ClassifierNetwork network, Gradients gradients) {
        network.train(Samples.documents(1, LENGTHS), Samples.labels(4), 4, new Regularisation(0, 0, 1), 1, gradients);
    }
}

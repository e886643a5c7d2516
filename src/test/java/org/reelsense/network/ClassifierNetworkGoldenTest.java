package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole classifier against PyTorch: logits, loss and the gradient of every weight. */
class ClassifierNetworkGoldenTest {

    private static final double TOLERANCE = 1e-5f;

    @ParameterizedTest
    @EnumSource(Cell.class)
    void logits_ofGoldenDocuments_equalPyTorch(Cell cell) {
        Golden golden = Golden.read("classifier-" + cell.id());
        try (ClassifierNetwork network = new ClassifierNetwork(weights(golden, cell), false)) {
            Close.assertClose("logits", network.logits(golden.documents()), golden.values("logits"), TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void train_onGoldenDocuments_givesPyTorchsLossAndGradients(Cell cell) {
        Golden golden = Golden.read("classifier-" + cell.id());
        Weights weights = weights(golden, cell);
        Gradients gradients = Gradients.zero(weights.spec());
        boolean[] positive = labels(golden);
        double loss;
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            loss = network.train(golden.documents(), positive, positive.length, Regularisation.NONE, 7, gradients);
        }
        assertThat(loss / positive.length).isCloseTo(golden.real("loss"), within(1e-6));
        float[] embedding = Samples.dense(gradients.embedding(), weights.spec());
        Close.assertClose("embedding", embedding, golden.values("gradients", "embedding.weight"), TOLERANCE);
        for (ParameterLayout.Slot slot : ParameterLayout.of(weights.spec()).slots()) {
            float[] gradient = Arrays.copyOfRange(gradients.dense(), slot.offset(), slot.offset() + slot.size());
            Close.assertClose(slot.name(), gradient, golden.values("gradients", slot.name()), TOLERANCE);
        }
    }

    private static boolean[] labels(Golden golden) {
        int[] labels = golden.integers("labels");
        boolean[] positive = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            positive[i] = labels[i] == 1;
        }
        return positive;
    }

    private static Weights weights(Golden golden, Cell cell) {
        NetworkSpec spec = new NetworkSpec(
                cell,
                golden.flag("bidirectional"),
                golden.number("vocabularySize"),
                golden.number("embeddingSize"),
                golden.number("hiddenSize"),
                golden.number("pieceLength"));
        float[] dense = golden.dense("weights", ParameterLayout.of(spec), "");
        return new Weights(spec, golden.values("weights", "embedding.weight"), dense);
    }
}

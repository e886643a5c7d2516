package org.reelsense.network;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recurrent layer alone against PyTorch, on sequences of unequal length: outputs and all gradients. */
class BidirectionalEncoderGoldenTest {

    private static final double TOLERANCE = 1e-5f;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rnn-5x3",
                "rnn-16x16",
                "lstm-5x3",
                "lstm-5x3-unidirectional",
                "lstm-16x16",
                "gru-5x3",
                "gru-5x3-unidirectional",
                "gru-16x16"
            })
    void encoder_onGoldenSequences_givesPyTorchsOutputsAndGradients(String name) {
        Golden golden = Golden.read("encoder-" + name);
        NetworkSpec spec = spec(golden, Cell.ofId(name.substring(0, name.indexOf('-'))));
        int[] lengths = golden.integers("lengths");
        float[] weightGradients = new float[ParameterLayout.of(spec).size()];
        try (OneDnn oneDnn = new OneDnn();
                BidirectionalEncoder encoder = new BidirectionalEncoder(oneDnn, spec, true)) {
            assertForwardAndBackward(golden, spec, lengths, encoder);
            encoder.addWeightGradients(weightGradients);
        }
        float[] expected = golden.dense("weightGradients", ParameterLayout.of(spec), "rnn.");
        for (ParameterLayout.Slot slot : ParameterLayout.of(spec).slots()) {
            Close.assertClose(slot.name(), part(weightGradients, slot), part(expected, slot), TOLERANCE);
        }
    }

    private static void assertForwardAndBackward(
            Golden golden, NetworkSpec spec, int[] lengths, BidirectionalEncoder encoder) {
        int inputs = spec.embeddingSize();
        int outputs = spec.featureSize();
        ReviewGroup group =
                ReviewGroup.whole(Arrays.stream(lengths).mapToObj(int[]::new).toList(), spec.pieceLength());
        encoder.load(golden.dense("weights", ParameterLayout.of(spec), "rnn."));
        encoder.clearWeightGradients();
        float[] features = GroupRows.features(spec, encoder, group, packed(golden.values("input"), inputs, lengths));
        Close.assertClose("output", padded(features, outputs, lengths), golden.values("output"), TOLERANCE);
        float[] outputGradient = packed(golden.values("outputGradient"), outputs, lengths);
        float[] inputGradient = GroupRows.tokenGradients(spec, encoder, group, outputGradient);
        Close.assertClose(
                "inputGradient", padded(inputGradient, inputs, lengths), golden.values("inputGradient"), TOLERANCE);
    }

    private static NetworkSpec spec(Golden golden, Cell cell) {
        int embeddingSize = golden.number("inputSize");
        int hiddenSize = golden.number("hiddenSize");
        return new NetworkSpec(cell, golden.flag("bidirectional"), 1, embeddingSize, hiddenSize, golden.number("time"));
    }

    /** The golden file's [T, B, width], padded, as [N, width], sequence by sequence. */
    private static float[] packed(float[] padded, int width, int[] lengths) {
        float[] rows = new float[Arrays.stream(lengths).sum() * width];
        int row = 0;
        for (int b = 0; b < lengths.length; b++) {
            for (int t = 0; t < lengths[b]; t++, row++) {
                System.arraycopy(padded, (t * lengths.length + b) * width, rows, row * width, width);
            }
        }
        return rows;
    }

    /** The other way, with zeros on padding as in the golden file. */
    private static float[] padded(float[] rows, int width, int[] lengths) {
        float[] padded = new float[Arrays.stream(lengths).max().orElseThrow() * lengths.length * width];
        int row = 0;
        for (int b = 0; b < lengths.length; b++) {
            for (int t = 0; t < lengths[b]; t++, row++) {
                System.arraycopy(rows, row * width, padded, (t * lengths.length + b) * width, width);
            }
        }
        return padded;
    }

    private static float[] part(float[] dense, ParameterLayout.Slot slot) {
        return Arrays.copyOfRange(dense, slot.offset(), slot.offset() + slot.size());
    }
}

package org.reelsense.network;

import java.util.Arrays;
import java.util.List;
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
        RowMatrix features = new RowMatrix(spec.featureSize());
        RowMatrix tokenGradients = new RowMatrix(spec.embeddingSize());
        float[] weightGradients = new float[ParameterLayout.of(spec).size()];
        run(golden, spec, lengths, features, tokenGradients, weightGradients);

        Close.assertClose("output", padded(features, lengths), golden.values("output"), TOLERANCE);
        float[] inputGradient = padded(tokenGradients, lengths);
        Close.assertClose("inputGradient", inputGradient, golden.values("inputGradient"), TOLERANCE);
        float[] expected = golden.dense("weightGradients", ParameterLayout.of(spec), "rnn.");
        for (ParameterLayout.Slot slot : ParameterLayout.of(spec).slots()) {
            Close.assertClose(slot.name(), part(weightGradients, slot), part(expected, slot), TOLERANCE);
        }
    }

    private static void run(
            Golden golden,
            NetworkSpec spec,
            int[] lengths,
            RowMatrix features,
            RowMatrix tokenGradients,
            float[] weightGradients) {
        List<int[]> documents = Arrays.stream(lengths).mapToObj(int[]::new).toList();
        Pieces pieces = Pieces.cut(documents, spec.pieceLength());
        features.ensureRows(pieces.tokens());
        tokenGradients.ensureRows(pieces.tokens());
        try (OneDnn oneDnn = new OneDnn();
                BidirectionalEncoder encoder = new BidirectionalEncoder(oneDnn, spec, true)) {
            encoder.load(golden.dense("weights", ParameterLayout.of(spec), "rnn."));
            encoder.forward(pieces, packed(golden.values("input"), spec.embeddingSize(), lengths), features);
            encoder.clearWeightGradients();
            RowMatrix outputGradient = packed(golden.values("outputGradient"), spec.featureSize(), lengths);
            encoder.backward(pieces, outputGradient, tokenGradients);
            encoder.addWeightGradients(weightGradients);
        }
    }

    private static NetworkSpec spec(Golden golden, Cell cell) {
        int embeddingSize = golden.number("inputSize");
        int hiddenSize = golden.number("hiddenSize");
        return new NetworkSpec(cell, golden.flag("bidirectional"), 1, embeddingSize, hiddenSize, golden.number("time"));
    }

    /** The golden file's [T, B, width], padded, as our [N, width], sequence by sequence. */
    private static RowMatrix packed(float[] padded, int width, int[] lengths) {
        RowMatrix rows = new RowMatrix(width);
        rows.ensureRows(Arrays.stream(lengths).sum());
        int row = 0;
        for (int b = 0; b < lengths.length; b++) {
            for (int t = 0; t < lengths[b]; t++, row++) {
                System.arraycopy(padded, (t * lengths.length + b) * width, rows.values(), rows.offset(row), width);
            }
        }
        return rows;
    }

    /** The other way, with zeros on padding as in the golden file. */
    private static float[] padded(RowMatrix rows, int[] lengths) {
        int width = rows.width();
        float[] padded = new float[Arrays.stream(lengths).max().orElseThrow() * lengths.length * width];
        int row = 0;
        for (int b = 0; b < lengths.length; b++) {
            for (int t = 0; t < lengths[b]; t++, row++) {
                System.arraycopy(rows.values(), rows.offset(row), padded, (t * lengths.length + b) * width, width);
            }
        }
        return padded;
    }

    private static float[] part(float[] dense, ParameterLayout.Slot slot) {
        return Arrays.copyOfRange(dense, slot.offset(), slot.offset() + slot.size());
    }
}

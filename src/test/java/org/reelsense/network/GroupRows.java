package org.reelsense.network;

import java.util.ArrayList;
import java.util.List;

/** Rows of tokens, review by review [N, width], to and from how the kernels have them [T*B, width]; done token by token. */
final class GroupRows {

    private GroupRows() {}

    /** What the encoder gives for these tokens: [N, D*H]. */
    static float[] features(NetworkSpec spec, BidirectionalEncoder encoder, ReviewGroup group, float[] tokens) {
        encoder.forward(group, toKernel(group, tokens, spec.embeddingSize()));
        int hidden = spec.hiddenSize();
        float[] features = new float[tokens.length / spec.embeddingSize() * spec.featureSize()];
        for (int direction = 0; direction < spec.directions(); direction++) {
            NativeFloats output = encoder.kernels().get(direction).output();
            for (Token token : tokens(group, direction == 1)) {
                int to = token.number * spec.featureSize() + direction * hidden;
                output.buffer().get(token.row * hidden, features, to, hidden);
            }
        }
        return features;
    }

    /** Back through the encoder: from [N, D*H] to [N, E]. */
    static float[] tokenGradients(
            NetworkSpec spec, BidirectionalEncoder encoder, ReviewGroup group, float[] featureGradients) {
        int hidden = spec.hiddenSize();
        for (int direction = 0; direction < spec.directions(); direction++) {
            NativeFloats gradient = encoder.kernels().get(direction).outputGradient();
            gradient.clear(gradient.size());
            for (Token token : tokens(group, direction == 1)) {
                int from = token.number * spec.featureSize() + direction * hidden;
                gradient.buffer().put(token.row * hidden, featureGradients, from, hidden);
            }
        }
        int width = spec.embeddingSize();
        RowMatrix gradients = new RowMatrix(width);
        encoder.backward(group, gradients);
        float[] ofTokens = new float[featureGradients.length / spec.featureSize() * width];
        for (Token token : tokens(group, false)) {
            System.arraycopy(gradients.values(), gradients.offset(token.row), ofTokens, token.number * width, width);
        }
        return ofTokens;
    }

    private static RowMatrix toKernel(ReviewGroup group, float[] tokens, int width) {
        RowMatrix rows = new RowMatrix(width);
        rows.ensureRows(group.shape().rows());
        for (Token token : tokens(group, false)) {
            System.arraycopy(tokens, token.number * width, rows.values(), rows.offset(token.row), width);
        }
        return rows;
    }

    private record Token(int number, int row) {}

    /** Each token's number in the shard and its row, read from the beginning of its piece or from the end. */
    private static List<Token> tokens(ReviewGroup group, boolean turned) {
        PieceRows rows = group.rows();
        List<Token> tokens = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            int length = rows.length(row);
            for (int t = 0; t < length; t++) {
                int position = rows.beginOfRow(row) + (turned ? length - 1 - t : t);
                int number = group.place(rows.documentOfRow(row), position);
                tokens.add(new Token(number, group.shape().row(t, row)));
            }
        }
        return tokens;
    }
}

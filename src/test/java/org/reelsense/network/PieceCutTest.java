package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A long review is its pieces, each read alone, joined by hand. */
class PieceCutTest {

    @ParameterizedTest
    @CsvSource({"RNN, 12", "RNN, 13", "RNN, 31", "LSTM, 13", "LSTM, 31", "LSTM, 48", "GRU, 13", "GRU, 31", "GRU, 100"})
    void logits_ofAReviewInPieces_areThoseOfThePiecesJoined(Cell cell, int length) {
        NetworkSpec spec = Samples.spec(cell);
        Weights weights = Samples.weights(spec, 1);
        int[] document = Samples.documents(length, length).get(0);
        float[] logits = Samples.logits(weights, List.of(document));
        assertThat(logits[0]).isCloseTo(joinedByHand(weights, document), within(2e-6f));
    }

    private static float joinedByHand(Weights weights, int[] document) {
        NetworkSpec spec = weights.spec();
        int features = spec.featureSize();
        float[] maximum = new float[features];
        Arrays.fill(maximum, Float.NEGATIVE_INFINITY);
        double[] sum = new double[features];
        int count = (document.length + spec.pieceLength() - 1) / spec.pieceLength();
        for (int piece = 0; piece < count; piece++) {
            int begin = piece * document.length / count;
            int end = (piece + 1) * document.length / count;
            float[] rows = features(weights, Arrays.copyOfRange(document, begin, end));
            for (int i = 0; i < (end - begin) * features; i++) {
                maximum[i % features] = Math.max(maximum[i % features], rows[i]);
                sum[i % features] += rows[i];
            }
        }
        return logit(weights, maximum, sum, document.length);
    }

    private static float logit(Weights weights, float[] maximum, double[] sum, int length) {
        ParameterLayout layout = ParameterLayout.of(weights.spec());
        int weight = layout.outputWeight().offset();
        double logit = weights.dense()[layout.outputBias().offset()];
        for (int j = 0; j < maximum.length; j++) {
            logit += weights.dense()[weight + j] * (double) maximum[j];
            logit += weights.dense()[weight + maximum.length + j] * sum[j] / length;
        }
        return (float) logit;
    }

    /** [tokens, D*H] of one short piece, in an encoder of its own. */
    private static float[] features(Weights weights, int[] piece) {
        NetworkSpec spec = weights.spec();
        int width = spec.embeddingSize();
        float[] tokens = new float[piece.length * width];
        for (int t = 0; t < piece.length; t++) {
            System.arraycopy(weights.embedding(), piece[t] * width, tokens, t * width, width);
        }
        try (OneDnn oneDnn = new OneDnn();
                BidirectionalEncoder encoder = new BidirectionalEncoder(oneDnn, spec, false)) {
            encoder.load(weights.dense());
            ReviewGroup group = ReviewGroup.whole(List.of(piece), spec.pieceLength());
            return GroupRows.features(spec, encoder, group, tokens);
        }
    }
}

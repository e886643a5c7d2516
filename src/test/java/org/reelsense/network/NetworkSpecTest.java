package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings say of themselves, and what they refuse. */
class NetworkSpecTest {

    @Test
    void sizes_followFromDirections() {
        NetworkSpec both = Samples.spec(Cell.GRU, true, 5, 3, 9);
        NetworkSpec one = Samples.spec(Cell.GRU, false, 5, 3, 9);
        assertThat(both.directions()).isEqualTo(2);
        assertThat(both.featureSize()).isEqualTo(6);
        assertThat(both.pooledSize()).isEqualTo(12);
        assertThat(one.directions()).isEqualTo(1);
        assertThat(one.featureSize()).isEqualTo(3);
        assertThat(one.pooledSize()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, vocabularySize: 0 is outside 1..10000000",
        "10000001, 1, 1, 1, vocabularySize: 10000001 is outside 1..10000000",
        "1, -1, 1, 1, embeddingSize: -1 is outside 1..8192",
        "1, 1, 8193, 1, hiddenSize: 8193 is outside 1..8192",
        "1, 1, 1, 0, pieceLength: 0 is outside 1..100000"
    })
    void spec_withValueOutsideRange_isRefusedByName(int v, int e, int h, int piece, String message) {
        assertThatThrownBy(() -> new NetworkSpec(Cell.LSTM, true, v, e, h, piece))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, embeddingDropout: 1.0 is outside",
        "0, -0.5, 0, pooledDropout: -0.5 is outside",
        "0, NaN, 0, pooledDropout: NaN is outside",
        "0, 0, -1, adversarialNorm: -1.0 is outside",
        "0, 0, NaN, adversarialNorm: NaN is outside",
        "0, 0, 1001, adversarialNorm: 1001.0 is outside"
    })
    void regularisation_withValueOutsideRange_isRefusedByName(
            float onTokens, float onPooled, float norm, String message) {
        assertThatThrownBy(() -> new Regularisation(onTokens, onPooled, norm))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}

package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    @Test
    void of_oneReviewOfEachKind_countsEachOnce() {
        boolean[] decided = {true, true, true, false, false, true, false, false, false, false};
        boolean[] positive = {true, true, true, false, false, false, true, true, true, true};

        assertThat(ConfusionMatrix.of(decided, positive)).isEqualTo(new ConfusionMatrix(3, 1, 2, 4));
    }

    @Test
    void scores_plainCounts_followTheirDefinitions() {
        ConfusionMatrix matrix = new ConfusionMatrix(6, 2, 8, 4);

        assertThat(matrix.total()).isEqualTo(20);
        assertThat(matrix.correct()).isEqualTo(14);
        assertThat(matrix.accuracy()).isEqualTo(0.7);
        assertThat(matrix.precision()).isEqualTo(0.75);
        assertThat(matrix.recall()).isEqualTo(0.6);
        assertThat(matrix.f1()).isEqualTo(12.0 / 18);
    }

    @Test
    void scores_zeroByZero_areZero() {
        ConfusionMatrix onlyNegatives = new ConfusionMatrix(0, 0, 5, 0);

        assertThat(onlyNegatives.accuracy()).isEqualTo(1);
        assertThat(onlyNegatives.precision()).isZero();
        assertThat(onlyNegatives.recall()).isZero();
        assertThat(onlyNegatives.f1()).isZero();
    }

    @Test
    void constructor_negativeCount_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(1, 1, -2, 1))
                .withMessageContaining("trueNegatives is -2");
    }

    @Test
    void constructor_nothingCounted_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(0, 0, 0, 0))
                .withMessageContaining("at least one review");
    }
}

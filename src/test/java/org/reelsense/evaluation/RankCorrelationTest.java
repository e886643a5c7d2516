package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    /** scipy.stats.spearmanr([1, 2, 2, 4, 5], [10, 30, 20, 20, 90]): ranks 1, 2.5, 2.5, 4, 5 and 1, 4, 2.5, 2.5, 5. */
    @Test
    void spearman_valuesWithTies_isThatOfSharedRanks() {
        double rho = RankCorrelation.spearman(new double[] {1, 2, 2, 4, 5}, new double[] {10, 30, 20, 20, 90});

        assertThat(rho).isCloseTo(0.763157894736842, within(1e-12));
    }

    @Test
    void spearman_anyRisingFunction_isOne() {
        assertThat(RankCorrelation.spearman(new double[] {3, 1, 2}, new double[] {1e9, -5, 0.1}))
                .isCloseTo(1, within(1e-12));
        assertThat(RankCorrelation.spearman(new double[] {1, 2}, new double[] {5, 5}))
                .isNaN();
    }

    @Test
    void spearman_otherLengthsOrOneValue_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankCorrelation.spearman(new double[3], new double[2]))
                .withMessageContaining("3 and 2 numbers");
        assertThatIllegalArgumentException().isThrownBy(() -> RankCorrelation.spearman(new double[1], new double[1]));
    }
}

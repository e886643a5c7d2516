package org.reelsense.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.network.Cell;

@Timeout(60)
class ReelsenseForecasterTest {

    private static final Setting TINY = ForecastWork.setting(Cell.GRU, 3, 70);

    @Test
    void run_twoTurns_makeTheirEpochsOneAfterAnother() throws Exception {
        try (ReelsenseForecaster ours = new ReelsenseForecaster()) {
            ours.prepare(TINY);

            Turn one = ours.run(0, 1);
            Turn two = ours.run(1, 2);

            assertThat(one.reviews()).isEqualTo(70);
            assertThat(one.tokens()).isEqualTo(70 * 60);
            assertThat(two.reviews()).isEqualTo(140);
            assertThat(two.seconds()).isPositive();
        }
    }

    @Test
    void probe_whatIsCompared_hasItsSizeAndTheLossFalls() throws Exception {
        try (ReelsenseForecaster ours = new ReelsenseForecaster()) {
            ours.prepare(TINY);

            assertThat(ours.probe(ForecastAgreement.FORECASTS)).hasSize(32 * 3);
            assertThat(ours.probe(ForecastAgreement.GRADIENTS))
                    .hasSize(ForecastWork.of(TINY).network().parameters());
            float[] losses = ours.probe(ForecastAgreement.LOSSES);
            assertThat(losses).hasSize(2);
            assertThat(losses[1]).isLessThan(losses[0]);
            assertThatIllegalArgumentException().isThrownBy(() -> ours.probe("logits"));
        }
    }

    @Test
    void run_notPrepared_isRefused() {
        try (ReelsenseForecaster ours = new ReelsenseForecaster()) {
            assertThatIllegalStateException().isThrownBy(() -> ours.run(0, 1));
        }
    }
}

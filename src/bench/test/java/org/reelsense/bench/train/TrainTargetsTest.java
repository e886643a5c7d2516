package org.reelsense.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.Spread;

class TrainTargetsTest {

    private static final Setting CENTRE = TrainGrid.quick().get(0);

    private static Measured row(Setting setting, String row, double gigaflops, double times) {
        return new Measured(
                setting,
                row,
                List.of(),
                Map.of(
                        TrainRounds.GIGAFLOPS, new Spread(gigaflops, gigaflops, gigaflops),
                        TrainRounds.TIMES, new Spread(times, times, times)));
    }

    @Test
    void report_twoThreadSettings_comparesWithTheFasterOne() {
        List<Measured> results = List.of(
                row(CENTRE, TrainRows.OURS, 220, 1),
                row(CENTRE, TrainRows.TORCH, 130, 1.7),
                row(CENTRE, TrainRows.TORCH_ALONE, 86, 2.5),
                row(CENTRE, TrainRows.TORCH_PARALLEL, 157, 1.4));

        assertThat(TrainTargets.report(results).lines())
                .containsExactly("lstm, times as fast as libtorch, its default threads (libtorch's best one process):"
                        + " 1.70 (1.70 to 1.70), target 2.0");
    }

    @Test
    void report_otherSettings_hasNoTarget() {
        assertThat(TrainTargets.report(List.of(row(CENTRE.with(Work.HIDDEN, 64), TrainRows.OURS, 220, 1))))
                .isEmpty();
    }
}

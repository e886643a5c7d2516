package org.reelsense.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainGridTest {

    @Test
    void full_itsSettings_areDistinctAndHoldTheQuickOnes() {
        assertThat(TrainGrid.full()).doesNotHaveDuplicates().containsAll(TrainGrid.quick());
    }

    @Test
    void full_itsValues_spanWhatTheIssueAsksFor() {
        assertThat(TrainGrid.full())
                .extracting(setting -> setting.number(Work.HIDDEN))
                .contains(64, 128, 256, 512);
        assertThat(TrainGrid.full())
                .extracting(setting -> setting.number(Work.BATCH))
                .contains(16, 64, 256);
        assertThat(TrainGrid.full())
                .extracting(setting -> setting.text(Work.CELL))
                .contains("rnn", "lstm", "gru");
    }
}

package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.progress.Heard;

class PaceTest {

    private static final long MINUTE = 60_000_000_000L;

    private final Heard heard = new Heard();
    private long now;

    @Test
    void during_firstTrial_saysNoTime() throws Exception {
        Pace pace = pace("bilstm,bigru", List.of(1L, 2L));

        run(pace, new Trial(ModelKind.named("bilstm"), 1), 4);

        assertThat(heard.said).containsExactly("bilstm, seed 1: 1 of 4");
    }

    /** An LSTM has four gates and a GRU three: 4 minutes make 3 + 4 + 3 left. */
    @Test
    void during_laterTrials_weighsTheRestByItsCost() throws Exception {
        Pace pace = pace("bilstm,bigru", List.of(1L, 2L));

        run(pace, new Trial(ModelKind.named("bilstm"), 1), 4);
        run(pace, new Trial(ModelKind.named("bigru"), 1), 3);
        run(pace, new Trial(ModelKind.named("bilstm"), 2), 4);

        assertThat(heard.said)
                .containsExactly(
                        "bilstm, seed 1: 1 of 4",
                        "bigru, seed 1: 2 of 4, about 10 min left",
                        "bilstm, seed 2: 3 of 4, about 7 min left");
    }

    @Test
    void skip_finishedBefore_countsItsOwnSeconds() throws Exception {
        Pace pace = pace("gru", List.of(1L, 2L));

        pace.skip(new Trial(ModelKind.named("gru"), 1), 70 * 60);
        run(pace, new Trial(ModelKind.named("gru"), 2), 1);

        assertThat(heard.said)
                .containsExactly("gru, seed 1: finished before", "gru, seed 2: 2 of 2, about 1 h 10 min left");
    }

    /** A minute of NB-SVM says nothing of networks, whose preset may take minutes or hours. */
    @Test
    void during_yardsticksFirst_saysNoTimeBeforeANetworkIsOver() throws Exception {
        Pace pace = pace("majority,nbsvm,gru", List.of(1L, 2L));

        run(pace, new Trial(ModelKind.named("majority"), 1), 1);
        run(pace, new Trial(ModelKind.named("nbsvm"), 1), 9);
        run(pace, new Trial(ModelKind.named("gru"), 1), 50);
        run(pace, new Trial(ModelKind.named("majority"), 2), 1);

        assertThat(heard.said)
                .containsExactly(
                        "majority, seed 1: 1 of 6",
                        "nbsvm, seed 1: 2 of 6",
                        "gru, seed 1: 3 of 6",
                        "majority, seed 2: 4 of 6, about 55 min left");
    }

    @Test
    void during_yardsticksOnly_goesByThem() throws Exception {
        Pace pace = pace("nbsvm", List.of(1L, 2L, 3L));

        run(pace, new Trial(ModelKind.named("nbsvm"), 1), 2);
        run(pace, new Trial(ModelKind.named("nbsvm"), 2), 2);

        assertThat(heard.said).containsExactly("nbsvm, seed 1: 1 of 3", "nbsvm, seed 2: 2 of 3, about 4 min left");
    }

    /** A part of the reviews takes a part of the time. */
    @Test
    void during_sizes_areWeighedByTheirReviews() throws Exception {
        ExperimentSpec spec =
                SampleRun.spec("gru", List.of(1L), SampleRun.SETTINGS, 1).withSizes(List.of(25, 50));
        Pace pace = new Pace(spec.trials(), 100, heard, () -> now);

        run(pace, new Trial(ModelKind.named("gru"), 1), 40);
        run(pace, new Trial(ModelKind.named("gru"), 1, 25), 10);

        assertThat(heard.said)
                .containsExactly("gru, seed 1: 1 of 3", "gru, seed 1, 25 reviews: 2 of 3, about 30 min left");
    }

    private Pace pace(String models, List<Long> seeds) {
        ExperimentSpec spec = SampleRun.spec(models, seeds, SampleRun.SETTINGS, 1);
        return new Pace(spec.trials(), 100, heard, () -> now);
    }

    private void run(Pace pace, Trial trial, long minutes) throws Exception {
        pace.during(trial, () -> now += minutes * MINUTE);
    }
}

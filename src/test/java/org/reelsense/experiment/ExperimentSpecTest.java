package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Review;
import org.reelsense.network.Cell;

class ExperimentSpecTest {

    private static final List<ModelKind> RNN = List.of(ModelKind.named("rnn"));

    @Test
    void spec_noModelsOrSeeds_saysWhatToGive() {
        assertRefused(List.of(), List.of(1L), 1, "models: none given; name at least one, e.g. bilstm,bigru");
        assertRefused(RNN, List.of(), 1, "seeds: none given; name at least one, e.g. 1");
    }

    @Test
    void spec_oneTwice_isRefused() {
        assertRefused(List.of(RNN.get(0), RNN.get(0)), List.of(1L), 1, "models: one is given twice");
        assertRefused(RNN, List.of(3L, 1L, 3L), 1, "seeds: one is given twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 257})
    void spec_threadsOutOfRange_isRefused(int threads) {
        assertRefused(RNN, List.of(1L), threads, "threads: " + threads + " is outside 1..256");
    }

    private static void assertRefused(List<ModelKind> models, List<Long> seeds, int threads, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExperimentSpec(models, seeds, SampleRun.SETTINGS, threads, ""))
                .withMessageContaining(message);
    }

    @Test
    void withSizes_anyOrder_areAscendingAndOnceEach() {
        ExperimentSpec spec = SampleRun.spec("rnn", List.of(1L), SampleRun.SETTINGS, 1);

        assertThat(spec.withSizes(List.of(200, 50, 100)).sizes()).containsExactly(50, 100, 200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.withSizes(List.of(50, 50)))
                .withMessage("sizes: one is given twice; name each once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.withSizes(List.of(100, 19)))
                .withMessageContaining("sizes: 19 is below 20 training reviews");
    }

    @Test
    void requireSizesWithin_sizeOfAll_isRefused() throws Exception {
        ExperimentSpec spec =
                SampleRun.spec("rnn", List.of(1L), SampleRun.SETTINGS, 1).withSizes(List.of(50, 100));
        Corpus sample = SampleRun.sample();

        spec.requireSizesWithin(sample.limitedTo(102).train());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.requireSizesWithin(sample.limitedTo(100).train()))
                .withMessageContaining("sizes: 100 is not below the 100 training reviews");
    }

    /** Found out before the first training, and not when its turn comes after hours. */
    @Test
    void requireSizesWithin_moreOfAClassThanThereAre_isRefused() throws Exception {
        ExperimentSpec spec =
                SampleRun.spec("rnn", List.of(1L), SampleRun.SETTINGS, 1).withSizes(List.of(40));
        List<Review> train = SampleRun.sample().limitedTo(60).train().subList(0, 45);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.requireSizesWithin(train))
                .withMessage("sizes: a part needs 20 positive training reviews, half of it, and 15 are there; give a"
                        + " smaller size");
    }

    @Test
    void trials_sizes_comeLastAndLeaveTheMajorityOut() {
        ExperimentSpec spec = SampleRun.spec("rnn,majority,nbsvm", List.of(3L, 1L), SampleRun.SETTINGS, 1)
                .withSizes(List.of(100, 50));

        assertThat(spec.trials())
                .extracting(Trial::name)
                .containsExactly(
                        "rnn-3",
                        "majority-3",
                        "nbsvm-3",
                        "rnn-1",
                        "majority-1",
                        "nbsvm-1",
                        "rnn-3-of-50",
                        "nbsvm-3-of-50",
                        "rnn-1-of-50",
                        "nbsvm-1-of-50",
                        "rnn-3-of-100",
                        "nbsvm-3-of-100",
                        "rnn-1-of-100",
                        "nbsvm-1-of-100");
    }

    @Test
    void named_yardsticks_areKnownBesideTheNetworks() {
        assertThat(ModelKind.named("nbsvm")).isEqualTo(ModelKind.Yardstick.NBSVM);
        assertThat(ModelKind.named("bigru")).isEqualTo(ModelKind.Network.named("bigru"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelKind.named("svm"))
                .withMessageContaining("model: 'svm' is unknown; choose from majority, wordcount, nbsvm, rnn");
    }

    @Test
    void named_everyCell_isThereOneWayAndBothWays() {
        for (Cell cell : Cell.values()) {
            assertThat(ModelKind.Network.named(cell.id())).isEqualTo(new ModelKind.Network(cell.id(), cell, false));
            assertThat(ModelKind.Network.named("bi" + cell.id()))
                    .isEqualTo(new ModelKind.Network("bi" + cell.id(), cell, true));
        }
        assertThat(ModelKind.Network.all()).hasSize(2 * Cell.values().length).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BiLSTM", "bert", "bibilstm"})
    void named_unknownModel_namesTheKnownOnes(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelKind.Network.named(name))
                .withMessageContaining("model: '" + name + "' is unknown")
                .withMessageContaining("rnn, birnn, lstm, bilstm, gru, bigru");
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void ofId_everyPreset_isFoundByItsName(Preset preset) {
        assertThat(Preset.ofId(preset.id())).isEqualTo(preset);
    }

    @Test
    void ofId_unknownPreset_namesTheKnownOnes() {
        assertThat(Arrays.stream(Preset.values()).map(Preset::id)).contains("quick", "default");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preset.ofId("fast"))
                .withMessageContaining("preset: 'fast' is unknown")
                .withMessageContaining("quick, default");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, 8, 8, minimumCount: 0 is below 1",
        "1, 1, 8, 8, mostWords: 1 is below 2",
        "1, 100, 0, 8, hiddenSize: 0 is outside",
        "1, 100, 8, 0, pieceLength: 0 is outside"
    })
    void settings_fieldOutOfRange_isRefusedBeforeAnyTraining(
            int minimumCount, int mostWords, int hidden, int piece, String message) {
        Settings fine = SampleRun.SETTINGS;

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Settings(fine.embedding(), true, minimumCount, mostWords, hidden, piece, fine.training()))
                .withMessageContaining(message);
    }
}

package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.network.Cell;
import org.reelsense.text.Vocabulary;

class SentimentModelTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"RNN,true", "LSTM,true", "GRU,true", "LSTM,false"})
    void read_whatWasWritten_hasTheSameBits(Cell cell, boolean bidirectional) throws IOException {
        SentimentModel model = RandomModels.of(cell, bidirectional, 3);
        Path file = folder.resolve("model.safetensors");

        model.write(file);
        SentimentModel read = SentimentModel.read(file);

        assertThat(read.tokenizer()).isEqualTo(model.tokenizer());
        assertThat(read.provenance()).isEqualTo(model.provenance());
        assertThat(tokens(read.vocabulary())).isEqualTo(tokens(model.vocabulary()));
        assertThat(read.weights().spec()).isEqualTo(model.weights().spec());
        assertThat(bits(read.weights().embedding()))
                .isEqualTo(bits(model.weights().embedding()));
        assertThat(bits(read.weights().dense())).isEqualTo(bits(model.weights().dense()));
    }

    @Test
    void write_twiceAndAfterReading_sameBytes() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path third = folder.resolve("third");

        RandomModels.lstm().write(first);
        RandomModels.lstm().write(second);
        SentimentModel.read(first).write(third);

        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(third).hasSameBinaryContentAs(first);
    }

    @Test
    void write_tensors_havePyTorchsNamesAndShapes() throws IOException {
        Path file = folder.resolve("model");
        RandomModels.of(Cell.GRU, true, 1).write(file);

        Map<String, Tensor> tensors = ModelFile.read(file).tensors();

        assertThat(tensors)
                .containsOnlyKeys(
                        "vocabulary",
                        "embedding.weight",
                        "rnn.weight_ih_l0",
                        "rnn.weight_hh_l0",
                        "rnn.bias_ih_l0",
                        "rnn.bias_hh_l0",
                        "rnn.weight_ih_l0_reverse",
                        "rnn.weight_hh_l0_reverse",
                        "rnn.bias_ih_l0_reverse",
                        "rnn.bias_hh_l0_reverse",
                        "output.weight",
                        "output.bias");
        assertThat(tensors.get("rnn.weight_ih_l0_reverse").shape()).isEqualTo(List.of(48, 12));
        assertThat(tensors.get("output.weight").shape()).isEqualTo(List.of(1, 64));
    }

    @Test
    void sentimentModel_vocabularyOfAnotherSize_refused() {
        SentimentModel model = RandomModels.lstm();
        Vocabulary other = Vocabulary.build(List.of("a"), new int[] {1}, 1, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SentimentModel(model.tokenizer(), other, model.weights(), model.provenance()))
                .withMessageContaining("2 tokens, but the embedding has 200 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "v1\n", "\u001b[2J", "é"})
    void sentimentModel_tokenizerThatIsNoId_refused(String id) {
        SentimentModel model = RandomModels.lstm();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SentimentModel(id, model.vocabulary(), model.weights(), model.provenance()))
                .withMessageContaining("tokenizer: received");
    }

    @Test
    void provenance_valueThatCannotStand_refused() {
        assertRefused("a\u001b[2J", Map.of(), 1, Map.of(), "dataset: received \"a?[2J\"");
        assertRefused("a".repeat(1_001), Map.of(), 1, Map.of(), "dataset: received");
        assertRefused("a", Map.of("os", "\u0007"), 1, Map.of(), "machine os: received");
        assertRefused("a", Map.of("\n", "x"), 1, Map.of(), "machine: received");
        assertRefused("a", Map.of(), 0, Map.of(), "threads: received 0");
        assertRefused("a", Map.of(), 1, Map.of("auc", Double.NaN), "scores auc: received NaN");
    }

    /** A command line may hold anything; hours of training must not end in a refusal. */
    @ParameterizedTest
    @ValueSource(strings = {"a\nb\u001b[2J\u0085", "half \ud800 and \udc00", "LONG", "PAIRS", ""})
    void line_anyText_canStandInAFile(String text) throws IOException {
        String any = text.replace("LONG", "a".repeat(2_000)).replace("PAIRS", "a" + "\ud83c\udfac".repeat(2_000));
        SentimentModel model = RandomModels.lstm();
        Provenance before = model.provenance();
        Provenance provenance = new Provenance(
                before.dataset(),
                before.dataSha256(),
                before.seed(),
                before.commit(),
                before.created(),
                before.machine(),
                before.threads(),
                before.scores(),
                Map.of("command", Provenance.line(any)));
        Path file = folder.resolve("model");

        new SentimentModel(model.tokenizer(), model.vocabulary(), model.weights(), provenance).write(file);

        assertThat(SentimentModel.read(file).provenance()).isEqualTo(provenance);
        assertThat(Provenance.line("reelsense train --out a b")).isEqualTo("reelsense train --out a b");
    }

    private static void assertRefused(
            String dataset, Map<String, String> machine, int threads, Map<String, Double> scores, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Provenance(dataset, "", 1, "c", "t", machine, threads, scores))
                .withMessageContaining(message);
    }

    private static List<String> tokens(Vocabulary vocabulary) {
        return IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::token).toList();
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToRawIntBits(values[i]))
                .toArray();
    }
}

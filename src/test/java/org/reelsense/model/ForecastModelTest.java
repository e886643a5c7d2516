package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.model.ModelFileException.Reason;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.Parameters;

/** A forecaster's file: written and read again, and sound files with a right checksum that hold none. */
class ForecastModelTest {

    private static final ForecastModel LSTM = RandomForecasters.tiny(Cell.LSTM);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Cell.class)
    void read_written_givesTheSameBits(Cell cell) throws IOException {
        ForecastModel model = RandomForecasters.of(new ForecasterSpec(cell, 60, 5, 20), 3);
        Path file = folder.resolve("model.safetensors");
        model.write(file);

        ForecastModel read = ForecastModel.read(file);

        assertThat(read.spec()).isEqualTo(model.spec());
        assertThat(read.weights().dense()).containsExactly(model.weights().dense());
        assertThat(read.weights().rows()).isZero();
        assertThat(read.provenance()).isEqualTo(model.provenance());
        assertThat(StoredModel.read(file)).isInstanceOf(ForecastModel.class);
        Path again = folder.resolve("again.safetensors");
        read.write(again);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void write_anyCell_hasPyTorchsNamesAndShapes() {
        Map<String, Tensor> gru = RandomForecasters.tiny(Cell.GRU).toFile().tensors();

        assertThat(gru.keySet())
                .containsExactlyInAnyOrder(
                        "rnn.weight_ih_l0",
                        "rnn.weight_hh_l0",
                        "rnn.bias_ih_l0",
                        "rnn.bias_hh_l0",
                        "output.weight",
                        "output.bias");
        assertThat(gru.get("rnn.weight_ih_l0").shape()).containsExactly(6, 1);
        assertThat(gru.get("rnn.weight_hh_l0").shape()).containsExactly(6, 2);
        assertThat(gru.get("output.weight").shape()).containsExactly(2, 2);
        assertThat(LSTM.toFile().tensors().keySet()).isEqualTo(gru.keySet());
        assertThat(LSTM.toFile().tensors().get("rnn.bias_hh_l0").floats())
                .containsOnly(0f)
                .hasSize(8);
    }

    @Test
    void new_weightsOfAnotherNetwork_areRefused() {
        int size = LSTM.spec().parameters();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForecastModel(
                        LSTM.spec(), Parameters.ofDense(new float[size - 1]), RandomModels.provenance()))
                .withMessage("weights: 0 rows and " + (size - 1) + " values, but the spec asks for none and " + size);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForecastModel(
                        LSTM.spec(), new Parameters(2, new float[4], new float[size]), RandomModels.provenance()))
                .withMessageStartingWith("weights: 2 rows");
    }

    static Stream<Arguments> tensors() {
        return Stream.of(
                tensor(
                        "no output",
                        Reason.BAD_ENTRY,
                        "has no tensor output.weight",
                        (m, t) -> t.remove("output.weight")),
                tensor(
                        "no second bias",
                        Reason.BAD_ENTRY,
                        "has no tensor rnn.bias_hh_l0",
                        (m, t) -> t.remove("rnn.bias_hh_l0")),
                tensor(
                        "second bias not zero",
                        Reason.BAD_ENTRY,
                        "tensor rnn.bias_hh_l0 is not zero; add it to rnn.bias_ih_l0",
                        (m, t) ->
                                t.put("rnn.bias_hh_l0", Tensor.f32(List.of(8), new float[] {0, 0, 0, 0, 0, 0, 0, 1}))),
                tensor(
                        "short second bias",
                        Reason.BAD_SHAPE,
                        "tensor rnn.bias_hh_l0 is [6], its spec asks for [8]",
                        (m, t) -> t.put("rnn.bias_hh_l0", Tensor.f32(List.of(6), new float[6]))),
                tensor(
                        "two inputs",
                        Reason.BAD_SHAPE,
                        "tensor rnn.weight_ih_l0 is [8, 2], its spec asks for [8, 1]",
                        (m, t) -> t.put("rnn.weight_ih_l0", Tensor.f32(List.of(8, 2), new float[16]))),
                tensor(
                        "one step ahead",
                        Reason.BAD_SHAPE,
                        "tensor output.weight is [1, 2], its spec asks for [2, 2]",
                        (m, t) -> t.put("output.weight", Tensor.f32(List.of(1, 2), new float[2]))),
                tensor(
                        "bytes",
                        Reason.BAD_ENTRY,
                        "tensor output.bias is I8 and not F32",
                        (m, t) -> t.put("output.bias", Tensor.i8(List.of(2), new byte[2]))),
                tensor(
                        "NaN",
                        Reason.BAD_ENTRY,
                        "tensor output.bias holds NaN",
                        (m, t) -> t.put("output.bias", Tensor.f32(List.of(2), new float[] {0, Float.NaN}))));
    }

    static Stream<Arguments> metadata() {
        return Stream.of(
                tensor(
                        "no task",
                        Reason.WRONG_FORMAT,
                        "holds a classifier of reviews, and a forecaster",
                        (m, t) -> m.remove("task")),
                tensor(
                        "later task",
                        Reason.WRONG_FORMAT,
                        "has the task \"rank\", which this release",
                        (m, t) -> m.put("task", "rank")),
                tensor("no spec", Reason.BAD_METADATA, "metadata spec is missing", (m, t) -> m.remove("spec")),
                tensor(
                        "no provenance",
                        Reason.BAD_METADATA,
                        "metadata provenance is missing",
                        (m, t) -> m.remove("provenance")),
                spec("null", spec -> "null", "metadata spec is null"),
                spec("list", spec -> "[]", "metadata spec cannot be read"),
                spec("something after it", spec -> spec + "{}", "metadata spec cannot be read"),
                spec("unknown cell", spec -> spec.replace("lstm", "qrnn"), "cell: 'qrnn' is unknown"),
                spec("unknown normalisation", spec -> spec.replace("none", "all"), "normalisation is all"),
                spec("unknown field", spec -> spec.replace("{", "{\"layers\":2,"), "layers"),
                spec("field left out", spec -> spec.replace("\"window\":3,", ""), "window"),
                spec("fraction", spec -> spec.replace("\"window\":3", "\"window\":3.5"), "window"),
                spec("text", spec -> spec.replace("\"window\":3", "\"window\":\"3\""), "window"),
                spec(
                        "no window",
                        spec -> spec.replace("\"window\":3", "\"window\":0"),
                        "window: 0 is outside 1..10000"),
                spec(
                        "long window",
                        spec -> spec.replace("\"window\":3", "\"window\":10001"),
                        "window: 10001 is outside"),
                spec("no units", spec -> spec.replace("\"hiddenSize\":2", "\"hiddenSize\":-2"), "hiddenSize: -2"),
                spec("no steps", spec -> spec.replace("\"horizon\":2", "\"horizon\":0"), "horizon: 0 is outside"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"tensors", "metadata"})
    void read_wrongContent_itsOwnReason(
            String what, Reason reason, String message, BiConsumer<Map<String, String>, Map<String, Tensor>> change)
            throws IOException {
        ModelFileException thrown = readChanged(change);

        assertThat(thrown.reason()).isEqualTo(reason);
        assertThat(thrown).hasMessageContaining(message).hasMessageStartingWith(folder.toString());
    }

    @Test
    void read_classifier_isNamedAsOneAndTheOtherWayRound() throws IOException {
        Path classifier = folder.resolve("classifier");
        Path forecaster = folder.resolve("forecaster");
        RandomModels.lstm().write(classifier);
        LSTM.write(forecaster);

        assertThat(catchThrowableOfType(ModelFileException.class, () -> ForecastModel.read(classifier)))
                .hasMessage(classifier + ": holds a classifier of reviews, and a forecaster of series is needed here;"
                        + " name a .safetensors file written by this or an earlier release");
        assertThat(catchThrowableOfType(ModelFileException.class, () -> SentimentModel.read(forecaster)))
                .hasMessageContaining("holds a forecaster of series, and a classifier of reviews is needed here");
        assertThat(StoredModel.read(classifier)).isInstanceOf(SentimentModel.class);
    }

    /** Another tool may mean anything by a task; its file is no model of ours for another reason. */
    @Test
    void read_fileOfAnotherTool_wrongFormat() {
        Path foreign = RawFile.golden("foreign.safetensors");

        ModelFileException thrown = catchThrowableOfType(ModelFileException.class, () -> ForecastModel.read(foreign));

        assertThat(thrown.reason()).isEqualTo(Reason.WRONG_FORMAT);
        assertThat(thrown).hasMessageContaining("its metadata do not say reelsense.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hiddenSize\":8192", "\"hiddenSize\":8192,\"horizon\":10000"})
    void read_sizesTheFileDoesNotHold_refusedWithoutMemory(String sizes) throws IOException {
        Path file = write((metadata, tensors) -> metadata.compute(
                "spec",
                (key, spec) -> spec.replaceFirst(
                        "\"hiddenSize\":2,\"horizon\":2",
                        sizes.contains("horizon") ? sizes : sizes + ",\"horizon\":2")));

        RefusedRead refused = RefusedRead.of(() -> ForecastModel.read(file));

        assertThat(refused.thrown().reason()).isEqualTo(Reason.BAD_SHAPE);
        assertThat(refused.bytes()).isBetween(1L, RefusedRead.MIB);
    }

    /** The most that a spec may ask for is still a number of weights. */
    @Test
    void parameters_ofTheLargestSpec_areCounted() {
        assertThat(new ForecasterSpec(Cell.LSTM, 10_000, 8_192, 10_000).parameters())
                .isEqualTo(4 * 8_192 * (1 + 8_192 + 1) + 10_000 * 8_193);
    }

    private ModelFileException readChanged(BiConsumer<Map<String, String>, Map<String, Tensor>> change)
            throws IOException {
        Path file = write(change);
        return catchThrowableOfType(ModelFileException.class, () -> ForecastModel.read(file));
    }

    private Path write(BiConsumer<Map<String, String>, Map<String, Tensor>> change) throws IOException {
        Path file = Files.createTempFile(folder, "model", ".safetensors");
        ChangedModelFile.write(file, LSTM.toFile(), change);
        return file;
    }

    private static Arguments tensor(
            String what, Reason reason, String message, BiConsumer<Map<String, String>, Map<String, Tensor>> change) {
        return Arguments.of(what, reason, message, change);
    }

    private static Arguments spec(String what, UnaryOperator<String> change, String message) {
        return tensor(
                "spec: " + what,
                Reason.BAD_METADATA,
                message,
                (m, t) -> m.compute("spec", (key, spec) -> change.apply(spec)));
    }
}

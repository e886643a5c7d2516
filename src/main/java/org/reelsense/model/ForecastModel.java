package org.reelsense.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reelsense.model.ModelFileException.Reason;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.Normalisation;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Parameters;

/**
 * A trained forecaster, whole: the network and its weights, and where it comes from. Its file is a safetensors file like a
 * classifier's, with PyTorch's names and layouts, so that {@code torch.nn.LSTM} or {@code GRU} can load it; PyTorch's second
 * bias, which only the GRU learns here, is there for the others too and zero.
 *
 * @param weights laid out by {@link ParameterLayout#of(ForecasterSpec)}
 */
public record ForecastModel(ForecasterSpec spec, Parameters weights, Provenance provenance) implements StoredModel {

    private static final String HIDDEN_BIAS = "rnn.bias_hh_l0";

    /** A {@link ForecasterSpec} as the metadata spell it. */
    private record Json(String cell, int window, int hiddenSize, int horizon, String normalisation) {

        static Json of(ForecasterSpec spec) {
            return new Json(
                    spec.cell().id(),
                    spec.window(),
                    spec.hiddenSize(),
                    spec.horizon(),
                    spec.normalisation().id());
        }

        ForecasterSpec toSpec() {
            return new ForecasterSpec(Cell.ofId(cell), window, hiddenSize, horizon, Normalisation.ofId(normalisation));
        }
    }

    /** @throws IllegalArgumentException if the weights are not those of such a network */
    public ForecastModel {
        spec.require(weights);
    }

    /**
     * Writes the model, whole or not at all.
     *
     * @throws IOException if it cannot be written; what was there stays
     */
    public void write(Path file) throws IOException {
        toFile().write(file);
    }

    ModelFile toFile() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ModelFile.FORMAT_KEY, ModelFile.FORMAT);
        metadata.put(ModelTask.KEY, ModelTask.FORECASTER);
        metadata.put(ModelWriter.SPEC, ModelWriter.json(Json.of(spec)));
        metadata.put(ModelWriter.PROVENANCE, ModelWriter.json(provenance));
        return new ModelFile(metadata, tensors());
    }

    private Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int gateRows = spec.cell().gates() * spec.hiddenSize();
        tensors.put(HIDDEN_BIAS, Tensor.f32(List.of(gateRows), new float[gateRows]));
        ModelWriter.putDense(tensors, ParameterLayout.of(spec), weights.dense());
        return tensors;
    }

    /**
     * Reads a forecaster.
     *
     * @throws ModelFileException if the file is missing, damaged, or holds none
     */
    public static ForecastModel read(Path file) throws ModelFileException {
        return of(file.toString(), ModelFile.read(file));
    }

    static ForecastModel of(String file, ModelFile content) throws ModelFileException {
        MetadataReader metadata = new MetadataReader(file, content);
        metadata.require(ModelTask.FORECAST);
        try {
            ForecasterSpec spec = metadata.json(ModelWriter.SPEC, Json.class).toSpec();
            return new ForecastModel(spec, weights(new NamedTensors(file, content), spec), metadata.provenance());
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, Reason.BAD_METADATA, "does not fit together: " + e.getMessage(), e);
        }
    }

    private static Parameters weights(NamedTensors tensors, ForecasterSpec spec) throws ModelFileException {
        float[] dense = tensors.dense(ParameterLayout.of(spec));
        if (spec.cell() != Cell.GRU) {
            requireZero(tensors, spec);
        }
        return Parameters.ofDense(dense);
    }

    /** Else PyTorch would make another forecast of the file than we do. */
    private static void requireZero(NamedTensors tensors, ForecasterSpec spec) throws ModelFileException {
        Tensor bias = tensors.floats(HIDDEN_BIAS, List.of(spec.cell().gates() * spec.hiddenSize()));
        for (float value : bias.floats()) {
            if (value != 0) {
                throw tensors.problem(
                        Reason.BAD_ENTRY, "tensor " + HIDDEN_BIAS + " is not zero; add it to rnn.bias_ih_l0");
            }
        }
    }
}

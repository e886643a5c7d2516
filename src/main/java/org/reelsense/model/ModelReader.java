package org.reelsense.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.reelsense.model.ModelFileException.Reason;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;
import org.reelsense.text.Vocabulary;

/** Finds a {@link SentimentModel} in a file's tensors and metadata, or says what is missing. */
final class ModelReader {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    private final Path file;
    private final ModelFile content;

    ModelReader(Path file, ModelFile content) {
        this.file = file;
        this.content = content;
    }

    SentimentModel model() throws ModelFileException {
        if (!ModelFile.FORMAT.equals(content.metadata().get(ModelFile.FORMAT_KEY))) {
            throw new ModelFileException(
                    file,
                    Reason.WRONG_FORMAT,
                    "is a safetensors file, but its metadata do not say " + ModelFile.FORMAT);
        }
        try {
            NetworkSpec spec = parse(ModelWriter.SPEC, SpecJson.class).toSpec();
            Vocabulary vocabulary = Vocabulary.fromBytes(vocabularyBytes());
            Provenance provenance = parse(ModelWriter.PROVENANCE, Provenance.class);
            return new SentimentModel(text(ModelWriter.TOKENIZER), vocabulary, weights(spec), provenance);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, Reason.BAD_METADATA, "does not fit together: " + e.getMessage(), e);
        }
    }

    private Weights weights(NetworkSpec spec) throws ModelFileException {
        float[] embedding = floats(ModelWriter.EMBEDDING, List.of(spec.vocabularySize(), spec.embeddingSize()));
        ParameterLayout layout = ParameterLayout.of(spec);
        float[] dense = new float[layout.size()];
        for (ParameterLayout.Slot slot : layout.slots()) {
            System.arraycopy(floats(slot.name(), slot.shape()), 0, dense, slot.offset(), slot.size());
        }
        return new Weights(spec, embedding, dense);
    }

    private float[] floats(String name, List<Integer> shape) throws ModelFileException {
        Tensor tensor = tensor(name, DType.F32);
        if (!tensor.shape().equals(shape)) {
            throw new ModelFileException(
                    file,
                    Reason.BAD_SHAPE,
                    "tensor " + name + " is " + tensor.shape() + ", its spec asks for " + shape);
        }
        float[] values = tensor.floats();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ModelFileException(file, Reason.BAD_ENTRY, "tensor " + name + " holds " + value);
            }
        }
        return values;
    }

    private byte[] vocabularyBytes() throws ModelFileException {
        return tensor(ModelWriter.VOCABULARY, DType.U8).bytes();
    }

    private Tensor tensor(String name, DType dtype) throws ModelFileException {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw new ModelFileException(file, Reason.BAD_ENTRY, "has no tensor " + name);
        }
        if (tensor.dtype() != dtype) {
            throw new ModelFileException(
                    file, Reason.BAD_ENTRY, "tensor " + name + " is " + tensor.dtype() + " and not " + dtype);
        }
        return tensor;
    }

    private <T> T parse(String key, Class<T> type) throws ModelFileException {
        try {
            return JSON.readValue(text(key), type);
        } catch (JsonProcessingException e) {
            throw new ModelFileException(
                    file, Reason.BAD_METADATA, "metadata " + key + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private String text(String key) throws ModelFileException {
        String value = content.metadata().get(key);
        if (value == null) {
            throw new ModelFileException(file, Reason.BAD_METADATA, "metadata " + key + " is missing");
        }
        return value;
    }
}

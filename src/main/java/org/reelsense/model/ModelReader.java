package org.reelsense.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelsense.model.ModelFileException.Reason;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;
import org.reelsense.text.Vocabulary;

/** Finds a {@link SentimentModel} in a file's tensors and metadata, or says what is missing. */
final class ModelReader {

    /** Every field, of its own type, once, and nothing after it. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectReader SPEC = STRICT.readerFor(SpecJson.class);

    /** What else is recorded about a network does not change what it computes. */
    private static final ObjectReader PROVENANCE =
            STRICT.readerFor(Provenance.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final String file;
    private final ModelFile content;

    ModelReader(String file, ModelFile content) {
        this.file = file;
        this.content = content;
    }

    SentimentModel model() throws ModelFileException {
        if (!ModelFile.FORMAT.equals(content.metadata().get(ModelFile.FORMAT_KEY))) {
            throw problem(
                    Reason.WRONG_FORMAT, "is a safetensors file, but its metadata do not say " + ModelFile.FORMAT);
        }
        try {
            SpecJson spec = parse(ModelWriter.SPEC, SPEC);
            Weights weights = weights(spec.toSpec());
            Provenance provenance = parse(ModelWriter.PROVENANCE, PROVENANCE);
            return new SentimentModel(text(ModelWriter.TOKENIZER), vocabulary(weights.spec()), weights, provenance);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, Reason.BAD_METADATA, "does not fit together: " + e.getMessage(), e);
        }
    }

    /** Compares every shape before it allocates: a spec may promise gigabytes that the file does not hold. */
    private Weights weights(NetworkSpec spec) throws ModelFileException {
        Tensor embedding = floats(ModelWriter.EMBEDDING, List.of(spec.vocabularySize(), spec.embeddingSize()));
        ParameterLayout layout = ParameterLayout.of(spec);
        Map<ParameterLayout.Slot, Tensor> tensors = new LinkedHashMap<>();
        for (ParameterLayout.Slot slot : layout.slots()) {
            tensors.put(slot, floats(slot.name(), slot.shape()));
        }
        float[] dense = new float[layout.size()];
        tensors.forEach((slot, tensor) -> tensor.floatView().get(dense, slot.offset(), slot.size()));
        return new Weights(spec, embedding.floats(), dense);
    }

    private Tensor floats(String name, List<Integer> shape) throws ModelFileException {
        Tensor tensor = tensor(name, DType.F32);
        if (!tensor.shape().equals(shape)) {
            throw problem(
                    Reason.BAD_SHAPE, "tensor %s is %s, its spec asks for %s".formatted(name, tensor.shape(), shape));
        }
        for (var values = tensor.floatView(); values.hasRemaining(); ) {
            float value = values.get();
            if (!Float.isFinite(value)) {
                throw problem(Reason.BAD_ENTRY, "tensor " + name + " holds " + value);
            }
        }
        return tensor;
    }

    /** Counts lines before it makes a text of each. */
    private Vocabulary vocabulary(NetworkSpec spec) throws ModelFileException {
        byte[] bytes = tensor(ModelWriter.VOCABULARY, DType.U8).bytes();
        int lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        if (lines != spec.vocabularySize()) {
            throw problem(
                    Reason.BAD_METADATA,
                    "vocabulary has %d tokens, its spec asks for %d".formatted(lines, spec.vocabularySize()));
        }
        return Vocabulary.fromBytes(bytes);
    }

    private Tensor tensor(String name, DType dtype) throws ModelFileException {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw problem(Reason.BAD_ENTRY, "has no tensor " + name);
        }
        if (tensor.dtype() != dtype) {
            throw problem(Reason.BAD_ENTRY, "tensor " + name + " is " + tensor.dtype() + " and not " + dtype);
        }
        return tensor;
    }

    private <T> T parse(String key, ObjectReader reader) throws ModelFileException {
        try {
            @Nullable T value = reader.readValue(text(key));
            if (value == null) {
                throw problem(Reason.BAD_METADATA, "metadata " + key + " is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new ModelFileException(
                    file,
                    Reason.BAD_METADATA,
                    "metadata %s cannot be read%s: %s".formatted(key, atField(e), e.getOriginalMessage()),
                    e);
        }
    }

    private static String atField(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? " at " + mapping.getPath().get(0).getFieldName()
                : "";
    }

    private String text(String key) throws ModelFileException {
        String value = content.metadata().get(key);
        if (value == null) {
            throw problem(Reason.BAD_METADATA, "metadata " + key + " is missing");
        }
        return value;
    }

    private ModelFileException problem(Reason reason, String what) {
        return new ModelFileException(file, reason, what);
    }
}

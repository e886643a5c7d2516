package org.reelsense.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
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
    private static final JsonMapper PROVENANCE = STRICT.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The one field of {@link Provenance} that may be missing. */
    private static final String RUN = "run";

    private final String file;
    private final ModelFile content;
    private final NamedTensors tensors;

    ModelReader(String file, ModelFile content) {
        this.file = file;
        this.content = content;
        tensors = new NamedTensors(file, content);
    }

    SentimentModel model() throws ModelFileException {
        if (!ModelFile.FORMAT.equals(content.metadata().get(ModelFile.FORMAT_KEY))) {
            throw tensors.problem(
                    Reason.WRONG_FORMAT, "is a safetensors file, but its metadata do not say " + ModelFile.FORMAT);
        }
        try {
            String text = text(ModelWriter.SPEC);
            SpecJson json = parse(ModelWriter.SPEC, () -> SPEC.readValue(text));
            NetworkSpec spec = json.toSpec();
            EmbeddingTensors embedding = EmbeddingTensors.of(tensors, spec);
            String tokenizer = SentimentModel.requireId(text(ModelWriter.TOKENIZER));
            Vocabulary vocabulary = vocabulary(spec);
            Provenance provenance = provenance();
            // Last, for nothing that is refused is worth the memory of the numbers.
            return new SentimentModel(
                    tokenizer, vocabulary, weights(spec, embedding), embedding.precision(), provenance);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, Reason.BAD_METADATA, "does not fit together: " + e.getMessage(), e);
        }
    }

    /** Compares every shape before it allocates: a spec may promise gigabytes that the file does not hold. */
    private Weights weights(NetworkSpec spec, EmbeddingTensors embedding) throws ModelFileException {
        ParameterLayout layout = ParameterLayout.of(spec);
        Map<ParameterLayout.Slot, Tensor> found = new LinkedHashMap<>();
        for (ParameterLayout.Slot slot : layout.slots()) {
            found.put(slot, tensors.floats(slot.name(), slot.shape()));
        }
        float[] dense = new float[layout.size()];
        found.forEach((slot, tensor) -> tensor.floatView().get(dense, slot.offset(), slot.size()));
        return new Weights(spec, embedding.values(), dense);
    }

    /** Counts lines before it makes a text of each. */
    private Vocabulary vocabulary(NetworkSpec spec) throws ModelFileException {
        byte[] bytes = tensors.of(ModelWriter.VOCABULARY, DType.U8).bytes();
        int lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        if (lines != spec.vocabularySize()) {
            throw tensors.problem(
                    Reason.BAD_METADATA,
                    "vocabulary has %d tokens, its spec asks for %d".formatted(lines, spec.vocabularySize()));
        }
        return Vocabulary.fromBytes(bytes);
    }

    /** A file of the first release does not say how it was made. */
    private Provenance provenance() throws ModelFileException {
        String text = text(ModelWriter.PROVENANCE);
        return parse(ModelWriter.PROVENANCE, () -> {
            JsonNode json = STRICT.readTree(text);
            if (json instanceof ObjectNode object && !object.has(RUN)) {
                object.putObject(RUN);
            }
            return PROVENANCE.treeToValue(json, Provenance.class);
        });
    }

    private <T> T parse(String key, Parsing<T> parsing) throws ModelFileException {
        try {
            T value = parsing.parse();
            if (value == null) {
                throw tensors.problem(Reason.BAD_METADATA, "metadata " + key + " is null");
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

    @FunctionalInterface
    private interface Parsing<T> {
        @Nullable
        T parse() throws JsonProcessingException;
    }

    private static String atField(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? " at " + mapping.getPath().get(0).getFieldName()
                : "";
    }

    private String text(String key) throws ModelFileException {
        String value = content.metadata().get(key);
        if (value == null) {
            throw tensors.problem(Reason.BAD_METADATA, "metadata " + key + " is missing");
        }
        return value;
    }
}

package org.reelsense.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.reelsense.model.ModelFileException.Reason;

/** Takes a file's metadata strictly: every field, of its own type, once, and nothing after it; or the typed error. */
record MetadataReader(String file, ModelFile content) {

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

    /** What else is recorded about a network does not change what it computes. */
    private static final JsonMapper PROVENANCE = STRICT.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The one field of {@link Provenance} that may be missing. */
    private static final String RUN = "run";

    /**
     * Refuses files that are not ours, and those of ours that do something else.
     *
     * @param task what the file is for
     */
    void require(ModelTask task) throws ModelFileException {
        if (!ModelFile.FORMAT.equals(content.metadata().get(ModelFile.FORMAT_KEY))) {
            throw problem(
                    Reason.WRONG_FORMAT, "is a safetensors file, but its metadata do not say " + ModelFile.FORMAT);
        }
        ModelTask found = ModelTask.of(file, content);
        if (found != task) {
            throw problem(Reason.WRONG_FORMAT, "holds " + found.noun() + ", and " + task.noun() + " is needed here");
        }
    }

    /** The metadata of that key. */
    String text(String key) throws ModelFileException {
        String value = content.metadata().get(key);
        if (value == null) {
            throw problem(Reason.BAD_METADATA, "metadata " + key + " is missing");
        }
        return value;
    }

    /** The metadata of that key as a record. */
    <T> T json(String key, Class<T> type) throws ModelFileException {
        String text = text(key);
        return parse(key, () -> STRICT.readValue(text, type));
    }

    /** A file of the first release does not say how it was made. */
    Provenance provenance() throws ModelFileException {
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

    private ModelFileException problem(Reason reason, String what) {
        return new ModelFileException(file, reason, what);
    }
}

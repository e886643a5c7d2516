package org.reelsense.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;

/** Lays a {@link SentimentModel} out as tensors and metadata. */
final class ModelWriter {

    static final String SPEC = "spec";
    static final String TOKENIZER = "tokenizer";
    static final String PROVENANCE = "provenance";
    static final String VOCABULARY = "vocabulary";
    static final String EMBEDDING = "embedding.weight";
    static final String SCALE = "embedding.scale";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelWriter() {}

    static ModelFile toFile(SentimentModel model) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ModelFile.FORMAT_KEY, ModelFile.FORMAT);
        metadata.put(SPEC, json(SpecJson.of(model.weights().spec())));
        metadata.put(TOKENIZER, model.tokenizer());
        metadata.put(PROVENANCE, json(model.provenance()));
        return new ModelFile(metadata, tensors(model));
    }

    private static Map<String, Tensor> tensors(SentimentModel model) {
        Weights weights = model.weights();
        NetworkSpec spec = weights.spec();
        byte[] words = model.vocabulary().toBytes();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(VOCABULARY, Tensor.u8(List.of(words.length), words));
        putEmbedding(tensors, model);
        putDense(tensors, ParameterLayout.of(spec), weights.dense());
        return tensors;
    }

    static void putDense(Map<String, Tensor> tensors, ParameterLayout layout, float[] dense) {
        for (ParameterLayout.Slot slot : layout.slots()) {
            float[] values = Arrays.copyOfRange(dense, slot.offset(), slot.offset() + slot.size());
            tensors.put(slot.name(), Tensor.f32(slot.shape(), values));
        }
    }

    private static void putEmbedding(Map<String, Tensor> tensors, SentimentModel model) {
        NetworkSpec spec = model.weights().spec();
        List<Integer> shape = List.of(spec.vocabularySize(), spec.embeddingSize());
        float[] values = model.weights().embedding();
        switch (model.precision()) {
            case FLOAT -> tensors.put(EMBEDDING, Tensor.f32(shape, values));
            case EIGHT_BIT -> {
                EightBitRows rows = EightBitRows.of(values, spec.vocabularySize());
                if (!Arrays.equals(rows.values(), values)) {
                    throw new IllegalArgumentException("weights: received an embedding that is not rounded to 8 bits,"
                            + " allowed what withEightBitEmbeddings gives; call it");
                }
                tensors.put(EMBEDDING, Tensor.i8(shape, rows.codes()));
                tensors.put(SCALE, Tensor.f32(List.of(spec.vocabularySize()), rows.scales()));
            }
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values can always be written", e);
        }
    }
}

package org.reelsense.model;

import org.reelsense.model.ModelFileException.Reason;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;
import org.reelsense.text.Vocabulary;

/** Finds a {@link SentimentModel} in a file's tensors and metadata, or says what is missing. */
final class ModelReader {

    private final String file;
    private final MetadataReader metadata;
    private final NamedTensors tensors;

    ModelReader(String file, ModelFile content) {
        this.file = file;
        metadata = new MetadataReader(file, content);
        tensors = new NamedTensors(file, content);
    }

    SentimentModel model() throws ModelFileException {
        metadata.require(ModelTask.CLASSIFY);
        try {
            NetworkSpec spec = metadata.json(ModelWriter.SPEC, SpecJson.class).toSpec();
            EmbeddingTensors embedding = EmbeddingTensors.of(tensors, spec);
            String tokenizer = SentimentModel.requireId(metadata.text(ModelWriter.TOKENIZER));
            Vocabulary vocabulary = vocabulary(spec);
            Provenance provenance = metadata.provenance();
            // Last, for nothing that is refused is worth the memory of the numbers.
            return new SentimentModel(
                    tokenizer,
                    vocabulary,
                    new Weights(spec, embedding.values(), tensors.dense(ParameterLayout.of(spec))),
                    embedding.precision(),
                    provenance);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, Reason.BAD_METADATA, "does not fit together: " + e.getMessage(), e);
        }
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
}

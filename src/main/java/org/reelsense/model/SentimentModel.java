package org.reelsense.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.reelsense.network.Weights;
import org.reelsense.storage.DataException;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;

/**
 * A trained classifier, whole: what turns text into ids, the network and its weights, and where it comes from. One file
 * holds it all; {@code package-info} gives the format.
 *
 * @param tokenizer id of the tokenizer it was trained with, e.g. {@code reelsense.tokenizer.v1}
 * @param precision of the embedding in the file; {@code weights} are those of the file, rounded already
 */
public record SentimentModel(
        String tokenizer, Vocabulary vocabulary, Weights weights, EmbeddingPrecision precision, Provenance provenance)
        implements StoredModel {

    /** The resource that holds the model in the box. */
    public static final String BUILT_IN = "/org/reelsense/imdb.safetensors";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** @throws IllegalArgumentException if the tokenizer's id is none or the vocabulary is not the embedding's */
    public SentimentModel {
        requireId(tokenizer);
        int rows = weights.spec().vocabularySize();
        if (vocabulary.size() != rows) {
            throw new IllegalArgumentException("vocabulary: " + vocabulary.size() + " tokens, but the embedding has "
                    + rows + " rows; give the vocabulary the network was trained with");
        }
    }

    /** The id, if a tokenizer may have it; else throws IllegalArgumentException. */
    static String requireId(String tokenizer) {
        if (!ID.matcher(tokenizer).matches()) {
            throw new IllegalArgumentException(
                    "tokenizer: received %s, allowed 1 to 100 of A-Z a-z 0-9 . _ -; give its id"
                            .formatted(ModelFileException.quoted(tokenizer)));
        }
        return tokenizer;
    }

    /** A model whose file keeps every float. */
    public SentimentModel(String tokenizer, Vocabulary vocabulary, Weights weights, Provenance provenance) {
        this(tokenizer, vocabulary, weights, EmbeddingPrecision.FLOAT, provenance);
    }

    /**
     * These weights with the embedding rounded to 8 bits, a scale a row: what a file of {@link
     * EmbeddingPrecision#EIGHT_BIT} holds, so that what is scored before writing is what is read again. Rounding what is
     * rounded changes nothing.
     */
    public static Weights rounded(Weights weights, EmbeddingPrecision precision) {
        return switch (precision) {
            case FLOAT -> weights;
            case EIGHT_BIT ->
                new Weights(
                        weights.spec(),
                        EightBitRows.of(weights.embedding(), weights.spec().vocabularySize())
                                .values(),
                        weights.dense());
        };
    }

    /** This model, rounded to 8-bit embeddings; without its scores, which were those of other weights. */
    public SentimentModel withEightBitEmbeddings() {
        EmbeddingPrecision eightBit = EmbeddingPrecision.EIGHT_BIT;
        return precision == eightBit
                ? this
                : new SentimentModel(
                        tokenizer, vocabulary, rounded(weights, eightBit), eightBit, provenance.ofRounded(eightBit));
    }

    /**
     * Reads a model.
     *
     * @throws ModelFileException if the file is missing, damaged, or no classifier of ours
     */
    public static SentimentModel read(Path file) throws ModelFileException {
        return new ModelReader(file.toString(), ModelFile.read(file)).model();
    }

    /**
     * Reads a model from a stream, such as a class-path resource, to its end; does not close it.
     *
     * @param name for messages, e.g. the resource's
     * @throws ModelFileException if the stream fails, or what it gives is damaged or no classifier of ours
     */
    public static SentimentModel read(InputStream in, String name) throws ModelFileException {
        return new ModelReader(name, ModelFile.read(in, name)).model();
    }

    /**
     * The model in the box, trained on the IMDB reviews.
     *
     * @throws DataException if this build holds none
     */
    public static SentimentModel builtIn() throws IOException {
        try (InputStream in = SentimentModel.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new DataException("this build of Reelsense holds no model (" + BUILT_IN
                        + "); name a model file, or use a released build");
            }
            return read(in, BUILT_IN);
        }
    }

    /**
     * To be asked before text is scored: another tokenizer would find other words, and the model answer with nonsense.
     *
     * @param name of the model, for the message
     * @throws DataException if the model was trained with another tokenizer than this version's
     */
    public void requireTokenizer(String name) throws DataException {
        if (!tokenizer.equals(Tokenizer.ID)) {
            throw new DataException(
                    "%s: was trained with %s, and this version of Reelsense has %s; use the version that trained it (commit %s), or train it anew"
                            .formatted(name, tokenizer, Tokenizer.ID, provenance.commit()));
        }
    }

    /**
     * Writes the model, whole or not at all.
     *
     * @throws IllegalArgumentException if the precision is 8 bits and the weights are not rounded
     * @throws IOException if it cannot be written; what was there stays
     */
    public void write(Path file) throws IOException {
        ModelWriter.toFile(this).write(file);
    }
}

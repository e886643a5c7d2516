package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reelsense.embedding.VectorFile;
import org.reelsense.embedding.VectorFormat;
import org.reelsense.embedding.WordVectors;
import org.reelsense.model.SentimentModel;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

/**
 * A file that word vectors can be taken from: one of the exchange formats, or a model, whose embedding they are.
 *
 * @param format null for a model
 * @param dimension E, as the beginning of the file says
 */
public record VectorSource(Path file, @Nullable VectorFormat format, int dimension) {

    private static final String MODEL_ENDING = ".safetensors";

    /**
     * What a file holds.
     *
     * @param words of the file, wanted or not
     * @param sha256 of the file's bytes
     * @param vectors of the wanted words
     */
    public record Content(int words, String sha256, WordVectors vectors) {}

    /**
     * Looks at the beginning of a file (a model is read whole): a name that ends in {@code .safetensors} is a model, the
     * format of others is recognised if it is not said.
     *
     * @throws DataException if the file is missing or no vectors begin there
     * @throws IllegalArgumentException if a format is said for a model
     */
    public static VectorSource of(Path file, Optional<VectorFormat> said) throws IOException {
        if (isModel(file)) {
            if (said.isPresent()) {
                throw new IllegalArgumentException("--vectors-format is "
                        + said.get().id() + ", but " + file + " is a model by its name: leave it out");
            }
            return new VectorSource(
                    file, null, SentimentModel.read(file).weights().spec().embeddingSize());
        }
        VectorFormat format = said.isPresent() ? said.get() : VectorFile.recognise(file);
        return new VectorSource(file, format, VectorFile.dimension(file, format));
    }

    private static boolean isModel(Path file) {
        return String.valueOf(file.getFileName()).endsWith(MODEL_ENDING);
    }

    /** The format's name, {@code model} for a model. */
    public String kind() {
        return format == null ? "model" : format.id();
    }

    /**
     * Reads and checks the whole file and keeps the words that are wanted (of a model, all).
     *
     * @throws DataException with line or byte if the file is wrong
     */
    public Content read(Predicate<String> wanted) throws IOException {
        Content content = format == null ? readModel() : of(VectorFile.read(file, format, wanted));
        if (content.vectors().dimension() != dimension) {
            throw new DataException(file + " had vectors of " + dimension + " dimensions and now has ones of "
                    + content.vectors().dimension() + ": do not change it meanwhile");
        }
        return content;
    }

    private static Content of(VectorFile read) {
        return new Content(read.words(), read.sha256(), read.vectors());
    }

    private Content readModel() throws IOException {
        SentimentModel model = SentimentModel.read(file);
        WordVectors vectors = new WordVectors(
                model.vocabulary(),
                model.weights().spec().embeddingSize(),
                model.weights().embedding());
        return new Content(model.vocabulary().size() - 1, Checksum.sha256(file), vectors);
    }
}

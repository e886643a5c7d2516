package org.reelsense.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.reelsense.dataset.SavedData;
import org.reelsense.embedding.VectorFile;
import org.reelsense.embedding.VectorFormat;
import org.reelsense.embedding.WordVectors;
import org.reelsense.experiment.RunFolder;
import org.reelsense.model.ModelFile;
import org.reelsense.model.RandomModels;
import org.reelsense.model.SentimentModel;
import org.reelsense.model.Tensor;
import org.reelsense.network.Cell;
import org.reelsense.progress.Progress;
import org.reelsense.text.TokenizedTexts;
import org.reelsense.text.Vocabulary;

/** What the toolkit saves, each in two contents that are told apart by their bytes. */
enum SavedKind {
    MODEL("model.safetensors", (file, content) -> model(content).write(file), SentimentModel::read),
    EIGHT_BIT_MODEL(
            "small.safetensors",
            (file, content) -> model(content).withEightBitEmbeddings().write(file),
            SentimentModel::read),
    /** As large as one of a small training, so that it takes several writes; a real one is in CheckpointFaultTest. */
    CHECKPOINT("model.safetensors.checkpoint", SavedKind::writeCheckpoint, ModelFile::read),
    RESULTS("results.json", SavedKind::writeResults, file -> new RunFolder(file.getParent()).read()),
    VECTORS("vectors.bin", SavedKind::writeVectors, VectorFile::read),
    TOKENS("tokens.bin", SavedKind::writeTokens, SavedKind::loadTokens),
    /** A cache that cannot be written is said and not thrown. */
    REVIEWS(
            SavedData.REVIEWS,
            (file, content) -> SavedData.storeReviews(file.getParent(), content),
            file -> SavedData.loadReviews(file.getParent())),
    INDEX(
            SavedData.INDEX,
            (file, content) -> SavedData.remember(file.getParent(), content),
            file -> SavedData.recall(file.getParent())),
    /** Plain bytes, written piece by piece. */
    BYTES("bytes", SavedKind::writeBytes, file -> {});

    private final String file;
    private final Writing writing;
    private final Loading loading;

    @FunctionalInterface
    private interface Writing {
        void write(Path file, int content) throws IOException;
    }

    @FunctionalInterface
    private interface Loading {
        void load(Path file) throws IOException;
    }

    SavedKind(String file, Writing writing, Loading loading) {
        this.file = file;
        this.writing = writing;
        this.loading = loading;
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /** The file. */
    Path in(Path folder) {
        return folder.resolve(file);
    }

    /** Saves it, on the folder's file system. */
    void write(Path folder, int content) throws IOException {
        writing.write(in(folder), content);
    }

    /** Reads it as the toolkit does; throws if it is damaged. */
    void load(Path folder) throws IOException {
        loading.load(in(folder));
    }

    private static void writeCheckpoint(Path file, int content) throws IOException {
        float[] values = new float[80_000];
        values[0] = content;
        Tensor tensor = Tensor.f32(List.of(values.length), values);
        new ModelFile(
                        Map.of(ModelFile.FORMAT_KEY, ModelFile.FORMAT, "step", "" + content),
                        Map.of("weights.embedding", tensor, "first.embedding", tensor))
                .write(file);
    }

    private static void writeResults(Path file, int content) throws IOException {
        RunFolder recorded = new RunFolder(Path.of("datasets", "results", content == 0 ? "quick" : "box"));
        new RunFolder(file.getParent()).write(recorded.read());
    }

    private static void writeVectors(Path file, int content) throws IOException {
        Vocabulary vocabulary = Vocabulary.build(List.of("film", "good"), new int[] {3, 2}, 1, 10);
        float[] values = new float[vocabulary.size() * 8_000];
        new Random(content).ints(values.length, 1, 9).forEach(value -> values[value] = value);
        values[0] = 1 + content;
        VectorFile.write(file, VectorFormat.BINARY, new WordVectors(vocabulary, 8_000, values));
    }

    private static void writeTokens(Path file, int content) throws IOException {
        try {
            TokenizedTexts.build(List.of("Good film " + content, "bad"), 1, Progress.SILENT)
                    .save(file, "key");
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    private static void loadTokens(Path file) throws IOException {
        if (TokenizedTexts.load(file, "key").isEmpty()) {
            throw new DataException(file + " is damaged");
        }
    }

    private static void writeBytes(Path file, int content) throws IOException {
        byte[] piece = new byte[70_000];
        new Random(content).nextBytes(piece);
        DurableFile.write(file, (OutputStream out) -> {
            for (int i = 0; i < 3; i++) {
                out.write(piece);
            }
        });
    }

    private static SentimentModel model(int content) {
        return RandomModels.of(Cell.LSTM, true, content + 1);
    }

    static Stream<SavedKind> all() {
        return Stream.of(values());
    }
}

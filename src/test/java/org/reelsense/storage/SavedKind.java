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
    MODEL("model.safetensors") {
        @Override
        void write(Path folder, int content) throws IOException {
            model(content).write(in(folder));
        }

        @Override
        void load(Path folder) throws IOException {
            SentimentModel.read(in(folder));
        }
    },
    EIGHT_BIT_MODEL("small.safetensors") {
        @Override
        void write(Path folder, int content) throws IOException {
            model(content).withEightBitEmbeddings().write(in(folder));
        }

        @Override
        void load(Path folder) throws IOException {
            SentimentModel.read(in(folder));
        }
    },
    /** As large as one of a small training, so that it takes several writes; a real one is in CheckpointFaultTest. */
    CHECKPOINT("model.safetensors.checkpoint") {
        @Override
        void write(Path folder, int content) throws IOException {
            float[] values = new float[80_000];
            values[0] = content;
            Tensor tensor = Tensor.f32(List.of(values.length), values);
            new ModelFile(
                            Map.of(ModelFile.FORMAT_KEY, ModelFile.FORMAT, "step", "" + content),
                            Map.of("weights.embedding", tensor, "first.embedding", tensor))
                    .write(in(folder));
        }

        @Override
        void load(Path folder) throws IOException {
            ModelFile.read(in(folder));
        }
    },
    RESULTS("results.json") {
        @Override
        void write(Path folder, int content) throws IOException {
            RunFolder recorded = new RunFolder(Path.of("datasets", "results", content == 0 ? "quick" : "box"));
            new RunFolder(folder).write(recorded.read());
        }

        @Override
        void load(Path folder) throws IOException {
            new RunFolder(folder).read();
        }
    },
    VECTORS("vectors.bin") {
        @Override
        void write(Path folder, int content) throws IOException {
            Vocabulary vocabulary = Vocabulary.build(List.of("film", "good"), new int[] {3, 2}, 1, 10);
            float[] values = new float[vocabulary.size() * 8_000];
            new Random(content).ints(values.length, 1, 9).forEach(value -> values[value] = value);
            values[0] = 1 + content;
            VectorFile.write(in(folder), VectorFormat.BINARY, new WordVectors(vocabulary, 8_000, values));
        }

        @Override
        void load(Path folder) throws IOException {
            VectorFile.read(in(folder));
        }
    },
    TOKENS("tokens.bin") {
        @Override
        void write(Path folder, int content) throws IOException {
            try {
                TokenizedTexts.build(List.of("Good film " + content, "bad"), 1, Progress.SILENT)
                        .save(in(folder), "key");
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts", e);
            }
        }

        @Override
        void load(Path folder) throws IOException {
            if (TokenizedTexts.load(in(folder), "key").isEmpty()) {
                throw new DataException(in(folder) + " is damaged");
            }
        }
    },
    /** A cache that cannot be written is said and not thrown. */
    REVIEWS(SavedData.REVIEWS) {
        @Override
        void write(Path folder, int content) throws IOException {
            SavedData.storeReviews(folder, content);
        }

        @Override
        void load(Path folder) throws IOException {
            SavedData.loadReviews(folder);
        }
    },
    INDEX(SavedData.INDEX) {
        @Override
        void write(Path folder, int content) throws IOException {
            SavedData.remember(folder, content);
        }

        @Override
        void load(Path folder) throws IOException {
            SavedData.recall(folder);
        }
    },
    /** Plain bytes, written piece by piece. */
    BYTES("bytes") {
        @Override
        void write(Path folder, int content) throws IOException {
            byte[] piece = new byte[70_000];
            new Random(content).nextBytes(piece);
            DurableFile.write(in(folder), (OutputStream out) -> {
                for (int i = 0; i < 3; i++) {
                    out.write(piece);
                }
            });
        }

        @Override
        void load(Path folder) {}
    };

    private final String file;

    SavedKind(String file) {
        this.file = file;
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
    abstract void write(Path folder, int content) throws IOException;

    /** Reads it as the toolkit does; throws if it is damaged. */
    abstract void load(Path folder) throws IOException;

    private static SentimentModel model(int content) {
        return RandomModels.of(Cell.LSTM, true, content + 1);
    }

    static Stream<SavedKind> all() {
        return Stream.of(values());
    }
}

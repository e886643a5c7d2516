package org.reelsense.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.text.Vocabulary;

/**
 * Keeps trained word vectors in a folder, one file for each text, vocabulary and settings. A file holds: magic, seconds,
 * words, number of values, the values little-endian, and a SHA-256 of all before. A damaged file counts as absent. While
 * vectors are trained, {@link PassCheckpoint} stands beside.
 */
public final class VectorCache {

    private static final long MAGIC = 0x5245454C56454331L; // "REELVEC1"
    private static final int NAME_DIGITS = 16;

    private final Path folder;

    public VectorCache(Path folder) {
        this.folder = folder;
    }

    /**
     * The vectors from the cache if they are there, else trained now from random vectors and put there.
     *
     * @param corpusKey names the text exactly: its checksum, the reviews chosen from it, the tokenizer's id
     * @param documents ids of that text, review by review; asked for only if there is something to train
     * @param threads see {@link VectorTraining}
     * @throws IOException if the vectors or a checkpoint cannot be written
     * @throws InterruptedException if the calling thread is interrupted; the checkpoint of the last whole pass stays
     */
    public TrainedVectors get(
            EmbeddingSpec spec,
            String corpusKey,
            Vocabulary vocabulary,
            Supplier<List<int[]>> documents,
            int threads,
            Progress progress)
            throws IOException, InterruptedException {
        return get(spec, corpusKey, WordVectors.zero(vocabulary, spec.dimension()), documents, threads, progress);
    }

    /**
     * The same from given vectors.
     *
     * @param key names the text and the given vectors exactly
     * @param initial see {@link VectorTraining}
     */
    public TrainedVectors get(
            EmbeddingSpec spec,
            String key,
            WordVectors initial,
            Supplier<List<int[]>> documents,
            int threads,
            Progress progress)
            throws IOException, InterruptedException {
        Path file = file(spec, key, initial.vocabulary());
        Path checkpoint = file.resolveSibling(file.getFileName() + ".checkpoint");
        Optional<TrainedVectors> kept = read(file, spec, initial.vocabulary());
        if (kept.isPresent()) {
            progress.say("word vectors: from " + file);
            return kept.get();
        }
        TrainedVectors trained = VectorTraining.train(spec, initial, documents.get(), threads, checkpoint, progress);
        write(trained, file);
        Files.deleteIfExists(checkpoint);
        return trained;
    }

    private Path file(EmbeddingSpec spec, String corpusKey, Vocabulary vocabulary) {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        digest.update((spec.key() + "\n" + corpusKey + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(vocabulary.toBytes());
        return folder.resolve("vectors-" + Checksum.hex(digest).substring(0, NAME_DIGITS) + ".bin");
    }

    private static void write(TrainedVectors trained, Path file) throws IOException {
        float[] values = trained.vectors().values();
        int width = trained.vectors().dimension();
        CheckedFile.write(file, out -> {
            out.writeLong(MAGIC);
            out.writeDouble(trained.seconds());
            out.writeLong(trained.words());
            out.writeInt(values.length);
            ByteBuffer row = CheckedFile.row(width);
            for (int begin = 0; begin < values.length; begin += width) {
                row.asFloatBuffer().put(values, begin, width);
                out.write(row.array());
            }
        });
    }

    private static Optional<TrainedVectors> read(Path file, EmbeddingSpec spec, Vocabulary vocabulary) {
        int size = WordVectors.size(vocabulary, spec.dimension());
        return CheckedFile.read(file, in -> {
            long magic = in.readLong();
            double seconds = in.readDouble();
            long words = in.readLong();
            if (magic != MAGIC || in.readInt() != size) {
                return Optional.empty();
            }
            float[] values = new float[size];
            ByteBuffer row = CheckedFile.row(spec.dimension());
            for (int begin = 0; begin < size; begin += spec.dimension()) {
                in.readFully(row.array());
                row.asFloatBuffer().get(values, begin, spec.dimension());
            }
            return Optional.of(
                    new TrainedVectors(new WordVectors(vocabulary, spec.dimension(), values), seconds, words));
        });
    }
}

package org.reelsense.embedding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DurableFile;
import org.reelsense.text.Vocabulary;

/**
 * Keeps trained word vectors in a folder, one file for each text, vocabulary and settings. A file holds: magic, seconds,
 * words, number of values, the values little-endian, and a SHA-256 of all before. A damaged file counts as absent.
 */
public final class VectorCache {

    private static final long MAGIC = 0x5245454C56454331L; // "REELVEC1"
    private static final int NAME_DIGITS = 16;

    private final Path folder;

    public VectorCache(Path folder) {
        this.folder = folder;
    }

    /**
     * The vectors from the cache if they are there, else trained now and put there.
     *
     * @param corpusKey names the text exactly: its checksum, the reviews chosen from it, the tokenizer's id
     * @param documents ids of that text, review by review; asked for only if there is something to train
     * @param threads see {@link VectorTraining}
     * @throws IOException if the vectors cannot be written
     * @throws InterruptedException if the calling thread is interrupted; nothing is written then
     */
    public TrainedVectors get(
            EmbeddingSpec spec,
            String corpusKey,
            Vocabulary vocabulary,
            Supplier<List<int[]>> documents,
            int threads,
            Progress progress)
            throws IOException, InterruptedException {
        Path file = file(spec, corpusKey, vocabulary);
        Optional<TrainedVectors> kept = read(file, spec, vocabulary);
        if (kept.isPresent()) {
            progress.say("word vectors: from " + file);
            return kept.get();
        }
        TrainedVectors trained = VectorTraining.train(spec, vocabulary, documents.get(), threads, progress);
        DurableFile.write(file, out -> write(trained, out));
        return trained;
    }

    private Path file(EmbeddingSpec spec, String corpusKey, Vocabulary vocabulary) {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        digest.update((spec.key() + "\n" + corpusKey + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(vocabulary.toBytes());
        return folder.resolve("vectors-" + Checksum.hex(digest).substring(0, NAME_DIGITS) + ".bin");
    }

    private static void write(TrainedVectors trained, OutputStream out) throws IOException {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        float[] values = trained.vectors().values();
        int width = trained.vectors().dimension();
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(out, digest)));
        data.writeLong(MAGIC);
        data.writeDouble(trained.seconds());
        data.writeLong(trained.words());
        data.writeInt(values.length);
        ByteBuffer row = row(width);
        for (int begin = 0; begin < values.length; begin += width) {
            row.asFloatBuffer().put(values, begin, width);
            data.write(row.array());
        }
        data.flush();
        out.write(digest.digest());
    }

    /** One at a time, for all together may be more bytes than an array can hold. */
    private static ByteBuffer row(int width) {
        return ByteBuffer.allocate(width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Optional<TrainedVectors> read(Path file, EmbeddingSpec spec, Vocabulary vocabulary) {
        int size = WordVectors.size(vocabulary, spec.dimension());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        MessageDigest digest = Checksum.newDigest("SHA-256");
        try (DataInputStream in = new DataInputStream(
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest))) {
            long magic = in.readLong();
            double seconds = in.readDouble();
            long words = in.readLong();
            if (magic != MAGIC || in.readInt() != size) {
                return Optional.empty();
            }
            float[] values = new float[size];
            ByteBuffer row = row(spec.dimension());
            for (int begin = 0; begin < size; begin += spec.dimension()) {
                in.readFully(row.array());
                row.asFloatBuffer().get(values, begin, spec.dimension());
            }
            byte[] sum = digest.digest();
            boolean whole = Arrays.equals(sum, in.readNBytes(sum.length));
            return whole
                    ? Optional.of(
                            new TrainedVectors(new WordVectors(vocabulary, spec.dimension(), values), seconds, words))
                    : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }
}

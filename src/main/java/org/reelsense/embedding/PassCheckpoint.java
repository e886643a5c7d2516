package org.reelsense.embedding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A training of word vectors after a pass over the text. That is all there is: chances are drawn anew for each pass, by its
 * number. A file holds: magic, passes, seconds, V, E, the inputs and the targets row by row, and a SHA-256 of all before.
 *
 * @param passes made
 * @param seconds that they took
 */
record PassCheckpoint(int passes, double seconds, SharedRows rows) {

    private static final long MAGIC = 0x5245454C50415331L; // "REELPAS1"

    void write(Path file) throws IOException {
        CheckedFile.write(file, out -> {
            out.writeLong(MAGIC);
            out.writeInt(passes);
            out.writeDouble(seconds);
            out.writeInt(rows.inputs().length);
            out.writeInt(rows.inputs()[0].length);
            write(rows.inputs(), out);
            write(rows.targets(), out);
        });
    }

    private static void write(float[][] matrix, DataOutputStream out) throws IOException {
        ByteBuffer bytes = CheckedFile.row(matrix[0].length);
        for (float[] row : matrix) {
            bytes.asFloatBuffer().put(row);
            out.write(bytes.array());
        }
    }

    /**
     * Reads one; the name must say whose it is.
     *
     * @return empty if it is missing, damaged, or of vectors of another number or length
     * @throws InterruptedException if the calling thread is interrupted, of which reading fails
     */
    static Optional<PassCheckpoint> read(Path file, int vocabularySize, int width) throws InterruptedException {
        Optional<PassCheckpoint> read = CheckedFile.read(file, in -> {
            if (in.readLong() != MAGIC) {
                return Optional.empty();
            }
            int passes = in.readInt();
            double seconds = in.readDouble();
            if (in.readInt() != vocabularySize || in.readInt() != width) {
                return Optional.empty();
            }
            float[][] inputs = matrix(in, vocabularySize, width);
            float[][] targets = matrix(in, vocabularySize, width);
            return Optional.of(new PassCheckpoint(passes, seconds, new SharedRows(inputs, targets)));
        });
        if (Files.exists(file) && read.isEmpty() && Thread.interrupted()) {
            throw new InterruptedException();
        }
        return read;
    }

    private static float[][] matrix(DataInputStream in, int rows, int width) throws IOException {
        float[][] matrix = new float[rows][width];
        ByteBuffer bytes = CheckedFile.row(width);
        for (float[] row : matrix) {
            in.readFully(bytes.array());
            bytes.asFloatBuffer().get(row);
        }
        return matrix;
    }
}

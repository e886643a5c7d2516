package org.reelsense.embedding;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.reelsense.storage.DurableFile;
import org.reelsense.text.Vocabulary;

/** Writes each format, row by row. */
final class VectorWriter {

    private final WordVectors vectors;
    private final VectorFormat format;
    private final int first;

    VectorWriter(WordVectors vectors, VectorFormat format) {
        this.vectors = vectors;
        this.format = format;
        this.first = vectors.isZeroRow(0) ? 1 : 0;
        if (first == vectors.vocabulary().size()) {
            throw new IllegalArgumentException("vectors: there is no word to write; give vectors of one at least");
        }
        for (int id = first; id < vectors.vocabulary().size(); id++) {
            require(id);
        }
    }

    private void require(int id) {
        String word = vectors.vocabulary().token(id);
        if (word.length() > VectorInput.MOST_WORD_BYTES / 3 // at most three bytes of UTF-8 a char
                || word.chars().anyMatch(c -> c <= ' ' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("word " + id + ", '" + word
                    + "', cannot be written: it holds a space or a control character, or is too long; leave it out");
        }
        for (int i = id * vectors.dimension(); i < (id + 1) * vectors.dimension(); i++) {
            if (!Float.isFinite(vectors.values()[i])) {
                throw new IllegalArgumentException("the vector of '" + word + "' holds " + vectors.values()[i]
                        + "; only finite numbers can be exchanged");
            }
        }
    }

    void write(Path file) throws IOException {
        DurableFile.write(file, out -> {
            OutputStream rows = new BufferedOutputStream(out);
            writeAll(rows);
            rows.flush();
        });
    }

    private void writeAll(OutputStream out) throws IOException {
        Vocabulary vocabulary = vectors.vocabulary();
        if (format != VectorFormat.GLOVE) {
            out.write(ascii((vocabulary.size() - first) + " " + vectors.dimension() + "\n"));
        }
        for (int id = first; id < vocabulary.size(); id++) {
            out.write(vocabulary.token(id).getBytes(StandardCharsets.UTF_8));
            if (format == VectorFormat.BINARY) {
                writeBinary(id, out);
            } else {
                writeText(id, out);
            }
            out.write('\n');
        }
    }

    private void writeText(int id, OutputStream out) throws IOException {
        StringBuilder row = new StringBuilder();
        for (int i = id * vectors.dimension(); i < (id + 1) * vectors.dimension(); i++) {
            row.append(' ').append(vectors.values()[i]);
        }
        out.write(ascii(row.toString()));
    }

    private void writeBinary(int id, OutputStream out) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(vectors.dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vectors.values(), id * vectors.dimension(), vectors.dimension());
        out.write(' ');
        out.write(bytes.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

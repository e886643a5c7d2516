package org.reelsense.scoring;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.reelsense.storage.DataException;

/** The entries of one input, in order. Reads no further than it must, so that a live stream can be followed. */
public interface ReviewReader extends Closeable {

    /** Bytes of the longest text or line, 64 MiB; it fits the memory the launcher gives three times over. */
    int LONGEST = 1 << 26;

    /** Bytes of the longest row of a table: as far as a broken quote is followed before its line is given up. */
    int LONGEST_ROW = 10_000_000;

    /** Characters of the longest string in JSON; a line may hold several. */
    int LONGEST_STRING = 20_000_000;

    /**
     * The next entry; empty after the last.
     *
     * @throws IOException if the rest of the input cannot be read
     */
    Optional<Entry> next() throws IOException;

    /**
     * Reads a stream.
     *
     * @param name what messages call it
     * @param column where the text is, in formats that have columns
     */
    static ReviewReader of(String name, InputStream in, InputFormat format, String column) {
        return switch (format) {
            case TEXT -> new TextReader(name, in);
            case LINES -> new LineReader(name, in, false);
            case CSV -> new TableReader(name, in, new CsvSyntax(), column);
            case TSV -> new TableReader(name, in, new TsvSyntax(), column);
            case JSONL -> new ColumnSearch(new JsonLinesReader(name, in, column));
        };
    }

    /**
     * Opens a file, decompressed if its name ends in {@code .gz}.
     *
     * @throws DataException if it cannot be opened
     */
    static ReviewReader open(Path file, InputFormat format, String column) throws IOException {
        try {
            return of(file.toString(), InputFiles.open(file, bytes -> {}), format, column);
        } catch (DataException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        }
    }
}

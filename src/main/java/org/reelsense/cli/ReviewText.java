package org.reelsense.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.reelsense.storage.DataException;

/**
 * Reviews as text: UTF-8, malformed bytes replaced by U+FFFD, a byte order mark dropped. Holds one review at a time, and
 * refuses one longer than {@value #LONGEST} characters rather than fill the memory.
 */
final class ReviewText {

    /** The longest review of the IMDB set has 13,704 characters. */
    static final int LONGEST = 10_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final BufferedReader reader;
    private long linesRead;

    /** @param name what messages call it */
    ReviewText(String name, InputStream in) {
        this.name = name;
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * Opens a file.
     *
     * @throws DataException if there is none that can be read
     */
    static InputStream open(Path file) throws DataException {
        if (Files.isDirectory(file)) {
            throw new DataException(file + " is a folder: give a text file");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new DataException("There is no file " + file + ": check the path", e);
        } catch (AccessDeniedException e) {
            throw new DataException(file + " may not be read: check its rights", e);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read (" + e.getMessage() + "): check the file", e);
        }
    }

    /** The next line without its end, LF or CRLF; empty after the last. */
    Optional<String> line() throws IOException {
        Optional<String> line = upTo('\n');
        linesRead++;
        return line.map(text -> text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /** All that is left, as one text. */
    String whole() throws IOException {
        return upTo(-1).orElse("");
    }

    /** Whether reading on would not wait. */
    boolean hasMoreAtHand() throws IOException {
        return reader.ready();
    }

    private Optional<String> upTo(int end) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = next();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != end; c = reader.read()) {
            if (text.length() == LONGEST) {
                throw new DataException(name + ", line " + (linesRead + 1) + ", has more than " + LONGEST
                        + " characters: give shorter reviews");
            }
            text.append((char) c);
        }
        return Optional.of(text.toString());
    }

    private int next() throws IOException {
        int c = reader.read();
        return c == BYTE_ORDER_MARK && linesRead == 0 ? reader.read() : c;
    }
}

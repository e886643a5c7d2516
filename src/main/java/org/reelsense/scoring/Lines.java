package org.reelsense.scoring;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, ended by LF or CRLF; a byte order mark before the first is dropped. */
final class Lines implements Closeable {

    private final ByteWindow bytes;
    private long number;

    /** @param number from 1 */
    record Line(long number, Utf8 content) {}

    Lines(InputStream in) {
        bytes = new ByteWindow(in, ReviewReader.LONGEST);
    }

    /** The next line; empty after the last. */
    Optional<Line> next() throws IOException {
        if (number == 0) {
            ByteOrderMark.drop(bytes);
        }
        if (bytes.at(0) == ByteWindow.END) {
            return Optional.empty();
        }
        number++;
        int length = 0;
        int next = bytes.at(0);
        while (next >= 0 && next != '\n') {
            next = bytes.at(++length);
        }
        if (next == ByteWindow.TOO_FAR) {
            bytes.dropLine();
            return Optional.of(new Line(number, Reviews.tooLong(ReviewReader.LONGEST)));
        }
        Utf8 content = bytes.text(length > 0 && bytes.at(length - 1) == '\r' ? length - 1 : length);
        bytes.drop(next == '\n' ? length + 1 : length);
        return Optional.of(new Line(number, content));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

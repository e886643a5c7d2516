package org.reelsense.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The whole input is one review. */
final class TextReader implements ReviewReader {

    private final String name;
    private final ByteWindow bytes;
    private boolean read;

    TextReader(String name, InputStream in) {
        this.name = name;
        bytes = new ByteWindow(in, LONGEST);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (read) {
            return Optional.empty();
        }
        read = true;
        ByteOrderMark.drop(bytes);
        int length = 0;
        int next = bytes.at(0);
        while (next >= 0) {
            next = bytes.at(++length);
        }
        Utf8 text = next == ByteWindow.TOO_FAR ? Reviews.tooLong(LONGEST) : bytes.text(length);
        bytes.letGo(); // scoring takes several times the text as it is
        return Optional.of(Reviews.of(Place.of(name), text, Row.of(PlaceColumns.PATH, List.of(name))));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

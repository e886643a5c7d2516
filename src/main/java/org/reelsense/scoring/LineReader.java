package org.reelsense.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Each line, ended by LF or CRLF, is a review. */
final class LineReader implements ReviewReader {

    private final String name;
    private final boolean named;
    private final Lines lines;

    /** @param named whether rows hold the input's name, for there are others */
    LineReader(String name, InputStream in, boolean named) {
        this.name = name;
        this.named = named;
        lines = new Lines(in);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        return lines.next().map(this::entry);
    }

    private Entry entry(Lines.Line line) {
        Place place = Place.line(name, line.number());
        return Reviews.of(place, line.content(), row(Long.toString(line.number())));
    }

    private Row row(String number) {
        return named
                ? Row.of(PlaceColumns.PATH_AND_LINE, List.of(name, number))
                : Row.of(PlaceColumns.LINE, List.of(number));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

package org.reelsense.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Each line, ended by LF or CRLF, is a review. */
final class LineReader implements ReviewReader {

    private static final List<String> COLUMNS = List.of("line");

    private final String name;
    private final Lines lines;

    LineReader(String name, InputStream in) {
        this.name = name;
        lines = new Lines(in);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        return lines.next().map(this::entry);
    }

    private Entry entry(Lines.Line line) {
        Place place = Place.line(name, line.number());
        return Reviews.of(place, line.content(), Row.of(COLUMNS, List.of(Long.toString(line.number()))));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

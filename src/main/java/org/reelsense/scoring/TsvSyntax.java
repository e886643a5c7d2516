package org.reelsense.scoring;

import java.io.IOException;
import java.util.List;

/**
 * Tab-separated values: a line is a record, whatever quotes it holds. Many programs write a value with quotes around it
 * all the same, and those within it doubled; such a text is read without them.
 */
final class TsvSyntax implements TableSyntax {

    private static final String QUOTE = "\"";

    @Override
    public Extent extent(ByteWindow bytes) throws IOException {
        int length = 0;
        int next = bytes.at(0);
        while (next >= 0 && next != '\n') {
            next = bytes.at(++length);
        }
        if (next == ByteWindow.TOO_FAR) {
            return new Extent(0, 0, 1, Reviews.tooLong(ReviewReader.LONGEST_ROW).fault());
        }
        boolean carriageReturn = length > 0 && bytes.at(length - 1) == '\r';
        return new Extent(carriageReturn ? length - 1 : length, next == '\n' ? length + 1 : length, 1, "");
    }

    @Override
    public List<String> values(String row) {
        return List.of(row.split("\t", -1));
    }

    @Override
    public String text(String value) {
        if (value.length() < 2 || !value.startsWith(QUOTE) || !value.endsWith(QUOTE)) {
            return value;
        }
        String inner = value.substring(1, value.length() - 1);
        return inner.replace("\"\"", "").contains(QUOTE) ? value : inner.replace("\"\"", QUOTE);
    }
}

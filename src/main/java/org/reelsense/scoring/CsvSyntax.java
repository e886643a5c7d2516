package org.reelsense.scoring;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.List;

/**
 * Comma-separated values. FastCSV tells the values of a record apart; where a record ends is found here, from the same
 * rules, so that after a broken quote reading can go on with the next line, and no record over the limit is held.
 */
final class CsvSyntax implements TableSyntax {

    private static final String BROKEN_QUOTE =
            "has a broken quote (one that is never closed, or text after a closing one); this line is left out";

    private static final CsvReader.CsvReaderBuilder PARSER = CsvReader.builder().skipEmptyLines(false);

    private enum Where {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE
    }

    @Override
    public Extent extent(ByteWindow bytes) throws IOException {
        Where where = Where.FIELD_START;
        int lines = 1;
        for (int length = 0; ; length++) {
            int next = bytes.at(length);
            if (next == ByteWindow.TOO_FAR) {
                return new Extent(
                        0,
                        0,
                        1,
                        where == Where.QUOTED
                                ? BROKEN_QUOTE
                                : Reviews.tooLong(ReviewReader.LONGEST_ROW).fault());
            }
            boolean ends = next == ByteWindow.END || isLineEnd(next) && where != Where.QUOTED;
            if (ends && where != Where.QUOTED) {
                return new Extent(length, length + lineEnd(bytes, length), lines, "");
            }
            if (ends || where == Where.AFTER_QUOTE && next != '"' && next != ',') {
                return new Extent(0, 0, 1, BROKEN_QUOTE);
            }
            lines += next == '\n' ? 1 : 0;
            where = after(where, next);
        }
    }

    private static Where after(Where where, int next) {
        return switch (where) {
            case QUOTED -> next == '"' ? Where.AFTER_QUOTE : Where.QUOTED;
            case AFTER_QUOTE -> next == '"' ? Where.QUOTED : Where.FIELD_START;
            case FIELD_START, UNQUOTED -> {
                if (next == ',') {
                    yield Where.FIELD_START;
                }
                yield next == '"' && where == Where.FIELD_START ? Where.QUOTED : Where.UNQUOTED;
            }
        };
    }

    private static boolean isLineEnd(int next) {
        return next == '\n' || next == '\r';
    }

    /** Bytes of the line's end there: LF, CR, CRLF or the stream's. */
    private static int lineEnd(ByteWindow bytes, int at) throws IOException {
        return switch (bytes.at(at)) {
            case '\n' -> 1;
            case '\r' -> bytes.at(at + 1) == '\n' ? 2 : 1;
            default -> 0;
        };
    }

    @Override
    public List<String> values(String row) {
        try {
            return PARSER.ofSingleCsvRecord(row).getFields();
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("is no row of CSV (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public String text(String value) {
        return value;
    }
}

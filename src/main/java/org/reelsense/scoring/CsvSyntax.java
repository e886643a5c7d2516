package org.reelsense.scoring;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.List;

/**
 * Comma-separated values. FastCSV tells the values of a record apart; where a record ends is found here, from the same
 * rules, so that after a broken quote reading can go on with the next line, and no record over the limit is held. Takes time
 * linear in the file: see {@link FutileScan}. State of one reading.
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

    private static final int BYTES_A_MARK = 256;

    private static final Where[] STATES = Where.values();

    private final FutileScan futile;

    CsvSyntax() {
        this(new FutileScan(ReviewReader.LONGEST_ROW, BYTES_A_MARK));
    }

    CsvSyntax(FutileScan futile) {
        this.futile = futile;
    }

    @Override
    public Extent extent(ByteWindow bytes) throws IOException {
        Where where = Where.FIELD_START;
        int newlines = 0;
        boolean jumped = false;
        int length = 0;
        int next = bytes.at(0);
        while (!stops(where, next)) {
            newlines += next == '\n' ? 1 : 0;
            where = after(where, next);
            length++;
            if (futile.joins(bytes.offset() + length, where.ordinal())) {
                length = (int) (futile.end() - bytes.offset());
                where = STATES[futile.endState()];
                jumped = true;
            }
            next = bytes.at(length);
        }
        if (isFault(where, next)) {
            futile.stopped(bytes.offset() + length, where.ordinal());
            return new Extent(0, 0, 1, fault(where, next));
        }
        futile.forget();
        int lines = 1 + (jumped ? newlines(bytes, length) : newlines);
        return new Extent(length, length + lineEnd(bytes, length), lines, "");
    }

    private static boolean stops(Where where, int next) {
        return next < 0 || isLineEnd(next) && where != Where.QUOTED || isFault(where, next);
    }

    private static boolean isFault(Where where, int next) {
        return switch (where) {
            case QUOTED -> next < 0;
            case AFTER_QUOTE -> next != '"' && next != ',' && next != ByteWindow.END && !isLineEnd(next);
            case FIELD_START, UNQUOTED -> next == ByteWindow.TOO_FAR;
        };
    }

    private static String fault(Where where, int next) {
        return next == ByteWindow.TOO_FAR && where != Where.QUOTED
                ? Reviews.tooLong(ReviewReader.LONGEST_ROW).fault()
                : BROKEN_QUOTE;
    }

    /** Only of a row nearly as long as one may be. */
    private static int newlines(ByteWindow bytes, int length) throws IOException {
        int newlines = 0;
        for (int i = 0; i < length; i++) {
            newlines += bytes.at(i) == '\n' ? 1 : 0;
        }
        return newlines;
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

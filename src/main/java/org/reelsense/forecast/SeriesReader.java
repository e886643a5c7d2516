package org.reelsense.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.reelsense.storage.DataException;

/** Reads rows of numbers, byte by byte, so that every complaint has its row and column and no line can grow too long. */
final class SeriesReader {

    private static final int END = -1;
    private static final int FIRST_ROOM = 4096;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int SHOWN = 24;
    private static final String EQUALLY_LONG = "all series must be equally long";

    /** Java's own syntax also has 1d, 0x1p3 and NaN. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?");

    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(?:nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private final String file;
    private final SeriesLimits limits;
    private final byte[] field;
    private final List<double[]> rows = new ArrayList<>();
    private int fieldLength;
    private int current;
    private long bytes;
    private int values;
    private int column;

    SeriesReader(InputStream in, String file, SeriesLimits limits) {
        this.in = in;
        this.file = file;
        this.limits = limits;
        this.field = new byte[limits.numberBytes()];
    }

    /** All rows to the end of the stream. */
    List<double[]> read() throws IOException {
        advance();
        while (current != END) {
            rows.add(readRow());
        }
        if (rows.isEmpty()) {
            throw new DataException(file + " is empty: give a file with a series a row");
        }
        return rows;
    }

    private double[] readRow() throws IOException {
        double[] row = new double[rows.isEmpty() ? FIRST_ROOM : rows.get(0).length];
        column = 0;
        boolean more = true;
        while (more) {
            collectField();
            row = withRoom(row);
            row[column] = number();
            column++;
            more = current == ',';
            advance();
        }
        if (!rows.isEmpty() && column < row.length) {
            throw wrong(
                    "row " + (rows.size() + 1) + " has " + column + " values where row 1 has " + row.length,
                    EQUALLY_LONG);
        }
        return Arrays.copyOf(row, column);
    }

    private double[] withRoom(double[] row) throws DataException {
        if (column < row.length) {
            return row;
        }
        if (!rows.isEmpty()) {
            throw at("is one value more than the " + row.length + " of row 1", EQUALLY_LONG);
        }
        return Arrays.copyOf(row, 2 * row.length);
    }

    /** Collects the bytes up to a comma, the line's end or the file's, and stops there. */
    private void collectField() throws IOException {
        fieldLength = 0;
        while (current != ',' && current != '\n' && current != END) {
            if (fieldLength == field.length) {
                throw at("has more than " + field.length + " bytes", "put commas between the numbers");
            }
            field[fieldLength++] = (byte) current;
            advance();
        }
    }

    private double number() throws DataException {
        String text = text();
        if (text.isEmpty()) {
            throw column == 0 && current != ','
                    ? wrong("row " + (rows.size() + 1) + " is empty", "take out the line")
                    : at("is empty", "each series needs a number at each place");
        }
        boolean isNumber = NUMBER.matcher(text).matches();
        double value = isNumber ? Double.parseDouble(text) : Double.NaN;
        if (!isNumber && !NOT_FINITE.matcher(text).matches()) {
            throw at(
                    "is \"" + shown(text) + "\", which is no number",
                    "a file of series holds numbers and commas alone, without header or quotes");
        }
        if (!Double.isFinite(value)) {
            throw at("is " + text + ", which is not finite", "fill the gap or leave the series out");
        }
        if (++values > limits.values()) {
            throw at(
                    "is one value more than the " + limits.values() + " that are read", "give fewer or shorter series");
        }
        return value;
    }

    private String text() throws DataException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(field, 0, fieldLength))
                    .toString();
            boolean start = rows.isEmpty() && column == 0 && text.startsWith(BYTE_ORDER_MARK);
            return (start ? text.substring(1) : text).strip();
        } catch (CharacterCodingException e) {
            throw at("is not UTF-8", "save the file as plain text");
        }
    }

    private void advance() throws IOException {
        current = in.read();
        if (current != END && ++bytes > limits.bytes()) {
            throw wrong("the file has more than " + limits.bytes() + " bytes", "give fewer or shorter series");
        }
    }

    private DataException at(String what, String remedy) {
        return wrong("row " + (rows.size() + 1) + ", column " + (column + 1) + " " + what, remedy);
    }

    private DataException wrong(String what, String remedy) {
        return new DataException(file + ": " + what + ": " + remedy);
    }

    /** Enough to find it; whoever prints it sees to control characters. */
    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}

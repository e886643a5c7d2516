package org.reelsense.embedding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.reelsense.storage.DataException;

/** Reads rows of text: a word and E numbers with single spaces between; a space at the end of a row is allowed. */
final class TextVectors {

    /** A digit and a space. */
    private static final int LEAST_BYTES_A_NUMBER = 2;

    private final VectorInput in;
    private final VectorRows rows;
    private final float[] row;

    private TextVectors(VectorInput in, int dimension, Predicate<String> wanted) {
        this.in = in;
        this.rows = new VectorRows(dimension, wanted);
        this.row = new float[dimension];
    }

    /** word2vec text: the header says how many rows follow. */
    static VectorRows word2vec(VectorInput in, Predicate<String> wanted) throws IOException {
        VectorHeader header = VectorHeader.read(in, LEAST_BYTES_A_NUMBER);
        TextVectors reader = new TextVectors(in, header.dimension(), wanted);
        while (in.nextLine()) {
            if (reader.rows.words() == header.words()) {
                throw in.atLine("the first line says " + header.words() + " words, but there are more; correct it");
            }
            reader.take();
        }
        if (reader.rows.words() < header.words()) {
            throw in.atLine("the file ends after " + reader.rows.words() + " of the " + header.words()
                    + " words that its first line says; copy or write it again");
        }
        return reader.rows;
    }

    /** GloVe text: the first row says how many numbers there are. */
    static VectorRows glove(VectorInput in, Predicate<String> wanted) throws IOException {
        if (!in.nextLine()) {
            throw in.whole("is empty; give a file of word vectors");
        }
        TextVectors reader = new TextVectors(in, gloveDimension(in), wanted);
        do {
            reader.take();
        } while (in.nextLine());
        return reader.rows;
    }

    /** How many numbers the line just taken holds. */
    static int gloveDimension(VectorInput in) throws DataException {
        int end = endOfRow(in);
        int spaces = 0;
        for (int i = 0; i < end; i++) {
            spaces += in.line()[i] == ' ' ? 1 : 0;
        }
        if (spaces == 0) {
            throw in.atLine("expected a word and its numbers with a space between each two; this is no file of word"
                    + " vectors");
        }
        return VectorHeader.dimension(in, spaces);
    }

    private static int endOfRow(VectorInput in) {
        int end = in.length();
        return end > 0 && in.line()[end - 1] == ' ' ? end - 1 : end;
    }

    private void take() throws DataException {
        byte[] line = in.line();
        int end = endOfRow(in);
        int wordEnd = next(line, 0, end);
        if (wordEnd > VectorInput.MOST_WORD_BYTES) {
            throw in.atLine("a word of " + wordEnd + " bytes; " + VectorInput.MOST_WORD_BYTES + " at most can be read");
        }
        int begin = wordEnd + 1;
        int count = 0;
        for (; begin <= end; count++) {
            int stop = next(line, begin, end);
            if (count < row.length) {
                row[count] = number(line, begin, stop);
            }
            begin = stop + 1;
        }
        if (count != row.length) {
            throw in.atLine("holds " + count + " numbers where " + row.length
                    + " are expected; a word must not hold a space, and rows must be whole");
        }
        rows.add(in.decode(line, 0, wordEnd, in::atLine), row, in::atLine);
    }

    /** Where the field that begins there ends. */
    private static int next(byte[] line, int begin, int end) {
        int at = begin;
        while (at < end && line[at] != ' ') {
            at++;
        }
        return at;
    }

    /** Java would also take "1f", "0x1p3" and spaces around. */
    private float number(byte[] line, int begin, int end) throws DataException {
        String text = new String(line, begin, end - begin, StandardCharsets.ISO_8859_1);
        try {
            if (isPlain(line, begin, end)) {
                return Float.parseFloat(text);
            }
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
        throw notANumber(text);
    }

    private static boolean isPlain(byte[] line, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (!isOfNumber(line[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the byte can stand in a decimal number. */
    static boolean isOfNumber(byte value) {
        return value >= '0' && value <= '9'
                || value == '.'
                || value == '-'
                || value == '+'
                || value == 'e'
                || value == 'E';
    }

    private DataException notANumber(String text) {
        String start = text.length() <= 20 ? text : text.substring(0, 20) + "...";
        return in.atLine("\"" + start + "\" is not a finite decimal number; a word must not hold a space, and there is"
                + " one space between each two fields");
    }
}

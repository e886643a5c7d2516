package org.reelsense.scoring;

/**
 * Where something stands.
 *
 * @param input the input's name
 * @param row of a table, counted from 1, the header's; 0 where there are none
 * @param line where it begins, counted from 1; 0 for the input as a whole
 */
public record Place(String input, long row, long line) {

    /** An input as a whole. */
    public static Place of(String input) {
        return new Place(input, 0, 0);
    }

    /** A line. */
    static Place line(String input, long line) {
        return new Place(input, 0, line);
    }

    /** "a.txt", "a.txt, line 3", "a.csv, row 3", "a.csv, row 3 (line 7)" */
    @Override
    public String toString() {
        if (row == 0) {
            return line == 0 ? input : input + ", line " + line;
        }
        return input + ", row " + row + (row == line ? "" : " (line " + line + ")");
    }
}

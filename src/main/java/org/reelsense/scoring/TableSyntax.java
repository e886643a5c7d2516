package org.reelsense.scoring;

import java.io.IOException;
import java.util.List;

/** How a table's records end and how their values are told apart. */
interface TableSyntax {

    /**
     * Reads on to the end of the next record; there is one. Drops nothing.
     */
    Extent extent(ByteWindow bytes) throws IOException;

    /**
     * The values of a record.
     *
     * @throws IllegalArgumentException if it is none
     */
    List<String> values(String row);

    /** The text in a value that {@link #values} gave. */
    String text(String value);

    /**
     * How far a record goes.
     *
     * @param length bytes without the line's end
     * @param size bytes with it
     * @param lines it stands on
     * @param fault why it is none, or empty; the record then ends where its first line does
     */
    record Extent(int length, int size, int lines, String fault) {}
}

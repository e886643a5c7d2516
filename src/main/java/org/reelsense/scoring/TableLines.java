package org.reelsense.scoring;

import java.util.List;

/** How a table's values become a line. */
interface TableLines {

    /** The line, with its end. */
    String line(List<String> values);

    /** Whether every table has a first row of names. */
    boolean alwaysNamed();
}

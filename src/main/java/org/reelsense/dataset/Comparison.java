package org.reelsense.dataset;

import org.reelsense.storage.DataException;

/**
 * A file held against what is known of it.
 *
 * @param name what the user knows the file as
 * @param known what it should be
 * @param option how the user can give another
 */
record Comparison(String name, String known, String option) {

    /** @throws DataException if it is not as expected; the message holds both values */
    void same(String what, String expected, String found) throws DataException {
        if (!expected.equals(found)) {
            throw mismatch(what, expected, found);
        }
    }

    DataException mismatch(String what, String expected, String found) {
        return new DataException("The " + what + " of " + name + " is " + found + " where " + known + " has " + expected
                + ": the copy is damaged; delete it if it is there and start again, or give another with `" + option
                + "`");
    }
}

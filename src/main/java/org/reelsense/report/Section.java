package org.reelsense.report;

import java.util.List;

/**
 * A part of a report that sentences, figures and tables share.
 *
 * @param id by which the page finds the figures that belong here
 * @param sentences what there is to see
 * @param note how the figures are to be read; empty if that needs no words
 */
record Section(String id, String title, List<String> sentences, List<Sheet> sheets, String note) {

    static final String TRAINING = "training";
    static final String SLICES = "slices";
    static final String PROBABILITIES = "probabilities";
    static final String SIZES = "sizes";
    static final String WORDS = "words";
    static final String SEEDS = "seeds";

    /**
     * A table under its title.
     *
     * @param folded whether a page may hide it until it is asked for
     */
    record Sheet(String title, Table table, boolean folded) {

        static Sheet open(String title, Table table) {
            return new Sheet(title, table, false);
        }

        static Sheet folded(String title, Table table) {
            return new Sheet(title, table, true);
        }
    }

    Section {
        sentences = List.copyOf(sentences);
        sheets = List.copyOf(sheets);
    }
}

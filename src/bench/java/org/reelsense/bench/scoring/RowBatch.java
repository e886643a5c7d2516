package org.reelsense.bench.scoring;

import java.util.ArrayList;
import java.util.List;

/** Rows that an engine computes in one call, the longest first. */
record RowBatch(List<Row> rows) {

    /** Batches of so many rows (the last may have fewer) in the order given. */
    static List<RowBatch> of(List<Row> sorted, int size) {
        List<RowBatch> batches = new ArrayList<>();
        for (int begin = 0; begin < sorted.size(); begin += size) {
            batches.add(new RowBatch(sorted.subList(begin, Math.min(begin + size, sorted.size()))));
        }
        return batches;
    }

    /** The same, but all rows of a batch have one length. */
    static List<RowBatch> even(List<Row> sorted, int size) {
        List<RowBatch> batches = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= sorted.size(); end++) {
            if (end == sorted.size()
                    || sorted.get(end).length() < sorted.get(begin).length()) {
                batches.addAll(of(sorted.subList(begin, end), size));
                begin = end;
            }
        }
        return batches;
    }

    /** B */
    int size() {
        return rows.size();
    }

    /** T, the longest row. */
    int time() {
        return rows.get(0).length();
    }

    /** The longest row whose length all have: what lies behind it is padding for some. */
    int commonTime() {
        return rows.get(rows.size() - 1).length();
    }
}

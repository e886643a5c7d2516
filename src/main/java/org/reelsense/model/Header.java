package org.reelsense.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.reelsense.model.ModelFileException.Reason;

/**
 * A parsed header.
 *
 * @param metadata the text by key, {@code checksum} included
 * @param entries the tensors in the order of their data
 */
record Header(Map<String, String> metadata, List<TensorEntry> entries) {

    Header {
        metadata = Map.copyOf(metadata);
        // Empty tensors share their begin with the next one: they come first.
        entries = entries.stream()
                .sorted(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
                .toList();
    }

    /** Checks that the tensors fill {@code available} bytes exactly: no hole, no overlap, nothing left, nothing missing. */
    void checkLayout(String file, long available) throws ModelFileException {
        long next = 0;
        for (TensorEntry entry : entries) {
            if (entry.begin() != next) {
                throw TensorEntry.problem(
                        file,
                        Reason.HOLE_OR_OVERLAP,
                        entry.name(),
                        "begins at byte %d where %d was due",
                        entry.begin(),
                        next);
            }
            next = entry.end();
        }
        if (next > available) {
            throw new ModelFileException(
                    file, Reason.TOO_SHORT, "its tensors need %d bytes and %d are there".formatted(next, available));
        }
        if (next < available) {
            throw new ModelFileException(
                    file, Reason.TRAILING_BYTES, "%d bytes follow the last tensor".formatted(available - next));
        }
    }
}

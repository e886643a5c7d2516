package org.reelsense.scoring;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How reviews lie in an input. */
public enum InputFormat {
    /** The input is one review. */
    TEXT,
    /** Each line is a review. */
    LINES,
    /** Comma-separated values as in RFC 4180: a first row of names; quoted values may hold commas and line breaks. */
    CSV,
    /** Tab-separated values: a first row of names; a line is a record. */
    TSV,
    /** JSON Lines: each line is a JSON object. */
    JSONL;

    private static final String GZIP = ".gz";
    private static final Map<String, InputFormat> BY_EXTENSION =
            Map.of("txt", TEXT, "csv", CSV, "tsv", TSV, "jsonl", JSONL, "ndjson", JSONL);

    /** What a file's name says, {@code .gz} aside; empty if it ends in none of .txt .csv .tsv .jsonl .ndjson. */
    public static Optional<InputFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain = isGzip(file) ? name.substring(0, name.length() - GZIP.length()) : name;
        return Optional.ofNullable(BY_EXTENSION.get(plain.substring(plain.lastIndexOf('.') + 1)))
                .filter(format -> plain.indexOf('.') >= 0);
    }

    /** Whether a file's name says that it is compressed. */
    static boolean isGzip(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(GZIP);
    }

    /** Whether records have named values, of which one is the text. */
    public boolean hasColumns() {
        return this == CSV || this == TSV || this == JSONL;
    }
}

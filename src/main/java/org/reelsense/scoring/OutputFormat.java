package org.reelsense.scoring;

/** How results are written. */
public enum OutputFormat {
    TSV,
    CSV,
    JSONL;

    /** What fits an input best. */
    public static OutputFormat like(InputFormat input) {
        return switch (input) {
            case TEXT, LINES, TSV -> TSV;
            case CSV -> CSV;
            case JSONL -> JSONL;
        };
    }
}

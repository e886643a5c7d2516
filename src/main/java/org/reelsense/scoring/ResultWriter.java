package org.reelsense.scoring;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.reelsense.Prediction;

/** Writes reviews with their predictions, each as one or more whole lines in UTF-8. */
public interface ResultWriter {

    /** The input's columns, before its reviews; for each table again. */
    void header(List<String> columns, OutputStream out) throws IOException;

    /** A review whose columns are those of the last header, if there was one. */
    void write(Review review, Prediction prediction, OutputStream out) throws IOException;

    /**
     * A writer.
     *
     * @param explained whether predictions are explained, and that is written
     */
    static ResultWriter of(OutputFormat format, Labels labels, boolean explained) {
        return switch (format) {
            case TSV -> new TableWriter(new TsvLines(), labels, explained);
            case CSV -> new TableWriter(new CsvLines(), labels, explained);
            case JSONL -> new JsonLinesWriter(labels, explained);
        };
    }
}

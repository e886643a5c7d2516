package org.reelsense.scoring;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.reelsense.Prediction;

/** Tables: the columns of the input, then label, probability and, if asked for, the words that weigh most. */
final class TableWriter implements ResultWriter {

    private final TableLines lines;
    private final Labels labels;
    private final boolean explained;
    private boolean begun;

    TableWriter(TableLines lines, Labels labels, boolean explained) {
        this.lines = lines;
        this.labels = labels;
        this.explained = explained;
    }

    @Override
    public void header(List<String> columns, OutputStream out) throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        if (PlaceColumns.are(columns) && !lines.alwaysNamed()) {
            return;
        }
        List<String> names = new ArrayList<>(columns);
        names.add(AddedColumns.beside(columns, AddedColumns.LABEL));
        names.add(AddedColumns.beside(columns, AddedColumns.PROBABILITY));
        if (explained) {
            names.add(AddedColumns.beside(columns, AddedColumns.EXPLANATION));
        }
        write(names, out);
    }

    @Override
    public void write(Review review, Prediction prediction, OutputStream out) throws IOException {
        header(review.row().columns(), out);
        List<String> values = new ArrayList<>(review.row().values());
        values.add(labels.of(prediction));
        values.add(Labels.probability(prediction));
        if (explained) {
            values.add(prediction.explanation().map(TopTokens::of).orElse(""));
        }
        write(values, out);
    }

    private void write(List<String> values, OutputStream out) throws IOException {
        out.write(lines.line(values).getBytes(StandardCharsets.UTF_8));
    }
}

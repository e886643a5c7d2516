package org.reelsense.scoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.reelsense.Contribution;
import org.reelsense.Explanation;
import org.reelsense.Prediction;

/** JSON Lines: an object a review. An object that was read stays as it was written, with ours at its end. */
final class JsonLinesWriter implements ResultWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int DECIMALS = 6;

    private final Labels labels;
    private final boolean explained;

    JsonLinesWriter(Labels labels, boolean explained) {
        this.labels = labels;
        this.explained = explained;
    }

    @Override
    public void header(List<String> columns, OutputStream out) {
        // Every object names its fields.
    }

    @Override
    public void write(Review review, Prediction prediction, OutputStream out) throws IOException {
        StringWriter line = new StringWriter();
        Row row = review.row();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            if (row.json().isEmpty()) {
                writeColumns(row, json);
            }
            writePrediction(row, prediction, json);
            json.writeEndObject();
        }
        String object = row.json().map(read -> joined(read, line.toString())).orElse(line.toString());
        out.write((object + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void writeColumns(Row row, JsonGenerator json) throws IOException {
        int last = row.columns().size() - 1;
        for (int i = 0; i <= last; i++) {
            json.writeFieldName(row.columns().get(i));
            if (i == last && PlaceColumns.endInNumber(row.columns())) {
                json.writeNumber(row.values().get(i));
            } else {
                json.writeString(row.values().get(i));
            }
        }
    }

    private void writePrediction(Row row, Prediction prediction, JsonGenerator json) throws IOException {
        json.writeStringField(AddedColumns.beside(row.columns(), AddedColumns.LABEL), labels.of(prediction));
        json.writeFieldName(AddedColumns.beside(row.columns(), AddedColumns.PROBABILITY));
        json.writeNumber(Labels.probability(prediction));
        if (explained && prediction.explanation().isPresent()) {
            writeExplanation(row, prediction.explanation().get(), json);
        }
    }

    private static void writeExplanation(Row row, Explanation explanation, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(AddedColumns.beside(row.columns(), AddedColumns.EXPLANATION));
        for (Contribution contribution : explanation.contributions()) {
            json.writeStartObject();
            json.writeStringField("token", contribution.token());
            json.writeNumberField("begin", contribution.begin());
            json.writeNumberField("end", contribution.end());
            json.writeNumberField("contribution", rounded(contribution.value()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField(
                AddedColumns.beside(row.columns(), AddedColumns.BASELINE), rounded(explanation.baseline()));
        json.writeNumberField(AddedColumns.beside(row.columns(), AddedColumns.REST), rounded(explanation.rest()));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Two objects as one; the second has a field at least. */
    private static String joined(String first, String second) {
        String open = first.strip();
        String inner = open.substring(0, open.length() - 1).stripTrailing();
        return inner + (inner.endsWith("{") ? "" : ",") + second.substring(1);
    }
}

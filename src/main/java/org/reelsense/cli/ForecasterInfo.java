package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.reelsense.model.ForecastModel;
import org.reelsense.model.Provenance;
import org.reelsense.network.ForecasterSpec;

/**
 * A forecaster's file in words and figures.
 *
 * @param bytes size of the file
 * @param window values it looks back on
 * @param hidden H, units of the layer
 * @param horizon values it looks ahead
 * @param normalisation of the window; see {@link org.reelsense.network.Normalisation}
 * @param parameters all weights
 */
record ForecasterInfo(
        String file,
        long bytes,
        String cell,
        int window,
        int hidden,
        int horizon,
        String normalisation,
        int parameters,
        Provenance provenance) {

    static ForecasterInfo of(Path file, ForecastModel model) throws IOException {
        ForecasterSpec spec = model.spec();
        return new ForecasterInfo(
                file.toString(),
                Files.size(file),
                spec.cell().id(),
                spec.window(),
                spec.hiddenSize(),
                spec.horizon(),
                spec.normalisation().id(),
                spec.parameters(),
                model.provenance());
    }

    /** A line a fact. */
    String text() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("size", Tally.amount(bytes, Tally.BYTES));
        fields.put("task", "forecasts series");
        fields.put("cell", cell.toUpperCase(Locale.ROOT));
        fields.put("looks back on", Tally.amount(window, "values"));
        fields.put("looks ahead", Tally.amount(horizon, "values"));
        fields.put("normalisation", normalisation);
        fields.put("hidden units", Integer.toString(hidden));
        fields.put("parameters", String.format(Locale.ROOT, "%,d", parameters));
        ModelInfo.addProvenance(fields, provenance);
        return Aligned.fields(fields);
    }
}

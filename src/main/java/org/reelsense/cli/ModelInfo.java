package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.reelsense.model.Provenance;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.NetworkSpec;

/**
 * A model file in words and figures.
 *
 * @param bytes size of the file
 * @param hidden H, units of one direction
 * @param vocabulary V, the unknown token included
 * @param precision of the embedding, {@code float} or {@code 8bit}
 * @param parameters all weights, the embedding's included
 */
record ModelInfo(
        String file,
        long bytes,
        String cell,
        boolean bidirectional,
        int vocabulary,
        int embedding,
        String precision,
        int hidden,
        int pieceLength,
        long parameters,
        String tokenizer,
        Provenance provenance) {

    static ModelInfo of(Path file, SentimentModel model) throws IOException {
        NetworkSpec spec = model.weights().spec();
        return new ModelInfo(
                file.toString(),
                Files.size(file),
                spec.cell().id(),
                spec.bidirectional(),
                spec.vocabularySize(),
                spec.embeddingSize(),
                model.precision().id(),
                spec.hiddenSize(),
                spec.pieceLength(),
                spec.parameters(),
                model.tokenizer(),
                model.provenance());
    }

    /** A line a fact. */
    String text() {
        Map<String, String> fields = new LinkedHashMap<>();
        addModel(fields);
        addProvenance(fields, provenance);
        return Aligned.fields(fields);
    }

    private void addModel(Map<String, String> fields) {
        fields.put("file", file);
        fields.put("size", Tally.amount(bytes, Tally.BYTES));
        fields.put("cell", (bidirectional ? "bidirectional " : "unidirectional ") + cell.toUpperCase(Locale.ROOT));
        fields.put("hidden units", hidden + (bidirectional ? " each direction" : ""));
        fields.put("embedding", embedding + " numbers a word, " + precision);
        fields.put("vocabulary", Tally.amount(vocabulary, "tokens"));
        fields.put("piece length", Tally.amount(pieceLength, "tokens"));
        fields.put("parameters", String.format(Locale.ROOT, "%,d", parameters));
        fields.put("tokenizer", tokenizer);
    }

    static void addProvenance(Map<String, String> fields, Provenance provenance) {
        fields.put("dataset", provenance.dataset());
        fields.put("dataset SHA-256", provenance.dataSha256());
        fields.put("seed", Long.toString(provenance.seed()));
        fields.put("commit", provenance.commit());
        fields.put("created", provenance.created());
        fields.put("threads", Integer.toString(provenance.threads()));
        provenance.machine().forEach((name, value) -> fields.put("machine: " + Aligned.printable(name), value));
        provenance.run().forEach((name, value) -> fields.put("run: " + Aligned.printable(name), value));
        provenance.scores().forEach((name, value) -> fields.put("score: " + Aligned.printable(name), score(value)));
    }

    private static String score(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}

package org.reelsense.bench.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reelsense.storage.DurableFile;

/** Results as files: CSV, a row a rate, and JSON with every turn. */
public final class ResultFiles {

    private ResultFiles() {}

    /** {@code FOLDER/NAME.csv} and {@code FOLDER/NAME.json}. */
    public static void write(Path folder, String name, Map<String, Object> facts, List<Measured> results)
            throws IOException {
        save(folder.resolve(name + ".csv"), csv(results));
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        save(
                folder.resolve(name + ".json"),
                json.writeValueAsString(Map.of("facts", facts, "results", results)) + "\n");
    }

    /** Any other text, durably. */
    public static void save(Path file, String text) throws IOException {
        DurableFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A line a setting, row and rate: the setting's values, {@code row,rate,rounds,min,median,max}. */
    static String csv(List<Measured> results) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        results.forEach(result -> names.addAll(result.setting().values().keySet()));
        StringWriter text = new StringWriter();
        try (Writer out = text;
                CsvWriter csv = CsvWriter.builder().build(out)) {
            List<String> head = new ArrayList<>(names);
            head.addAll(List.of("row", "rate", "rounds", "min", "median", "max"));
            csv.writeRecord(head);
            results.forEach(result -> lines(result, names).forEach(csv::writeRecord));
        }
        return text.toString();
    }

    private static List<List<String>> lines(Measured result, Set<String> names) {
        List<List<String>> lines = new ArrayList<>();
        result.rates().forEach((rate, spread) -> {
            List<String> line = new ArrayList<>();
            names.forEach(name -> line.add(result.setting().values().getOrDefault(name, "")));
            line.addAll(List.of(
                    result.row(),
                    rate,
                    Integer.toString(result.turns().size()),
                    Double.toString(spread.least()),
                    Double.toString(spread.median()),
                    Double.toString(spread.most())));
            lines.add(line);
        });
        return lines;
    }
}

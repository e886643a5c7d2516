package org.reelsense.forecast;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/** One series on disk, a value a line under the heading {@value #HEADER}, so that a report can be made again. */
public final class SeriesFile {

    private static final String HEADER = "value";

    private SeriesFile() {}

    /** @throws DataException if the file cannot be written */
    public static void write(Path file, double[] values) throws IOException {
        DurableFile.write(file, out -> {
            Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv.write(HEADER + "\n");
            for (double value : values) {
                csv.write(value + "\n");
            }
            csv.flush();
        });
    }

    static List<Double> read(Path file) throws DataException {
        List<String> lines = lines(file);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw damaged(file, 1, HEADER);
        }
        List<Double> values = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            values.add(value(file, lines.get(i), i + 1));
        }
        return values;
    }

    private static List<String> lines(Path file) throws DataException {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new DataException("cannot read " + file + " (" + e + "); run again, or remove it to go without", e);
        }
    }

    private static double value(Path file, String line, int number) throws DataException {
        try {
            double value = Double.parseDouble(line);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new DataException(damaged(file, number, "a number").getMessage(), e);
        }
        throw damaged(file, number, "a finite number");
    }

    private static DataException damaged(Path file, int line, String expected) {
        return new DataException(
                file + " is damaged: line " + line + " is not " + expected + "; run again, or remove it to go without");
    }
}

package org.reelsense.bench.scale;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code reelsense score FILE.csv}, the model in the box, as a process: from text to probabilities in bounded memory. */
final class ScoreCommand {

    static final String WORK = "score a table";
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx768m"); // as the launcher gives them

    private ScoreCommand() {}

    /** Of the first reviews; a single one tells what starting costs. */
    static ScalePoint measured(Path target, Path folder, List<String> texts, int reviews)
            throws IOException, InterruptedException {
        Path table = folder.resolve("reviews.csv");
        try (CsvWriter csv = CsvWriter.builder().build(table)) {
            csv.writeRecord("text");
            texts.stream().limit(reviews).forEach(text -> csv.writeRecord(text));
        }
        try {
            ChildProcess run = ChildProcess.run(target, OPTIONS, List.of("score", table.toString()), line -> false);
            return new ScalePoint(ScaleCurves.REVIEWS, WORK, reviews, run.seconds(), run.peakBytes(), 0);
        } finally {
            Files.delete(table); // it holds reviews
        }
    }
}

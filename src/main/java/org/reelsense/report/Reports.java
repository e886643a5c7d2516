package org.reelsense.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.reelsense.embedding.WordMap;
import org.reelsense.experiment.Mistake;
import org.reelsense.experiment.RunRecord;
import org.reelsense.storage.DurableFile;

/** A run as people read it: words for the terminal, {@code report.md} and {@code report.html}. */
public final class Reports {

    private Reports() {}

    /**
     * What a terminal shows of a run: a table with a row for each model over its seeds (for each model and seed, if the
     * record has no summaries), a sentence for each comparison, and a line that says what the scores depend on. 100 columns
     * wide if names are not long; lines end in {@code \n}; no control characters whatever the record holds.
     */
    public static String text(RunRecord record) {
        return TextReport.render(record, false);
    }

    /** The same with the best figures in bold, by ANSI escapes: for a terminal only. */
    public static String styledText(RunRecord record) {
        return TextReport.render(record, true);
    }

    /** A drawing of polar words as an SVG file; empty if there are none that can be drawn. */
    public static Optional<String> map(WordMap words) {
        return WordMapChart.document(words).map(markup -> markup.source() + "\n");
    }

    /**
     * Writes {@code report.md} and {@code report.html} into a run folder, each whole or not at all. The same record and
     * mistakes give the same bytes.
     *
     * <p>The page shows the texts of the mistakes, which belong to their authors; {@code report.md} names the reviews
     * only.
     *
     * @param record of one run or of several merged ones
     * @param mistakes the most confident first; none to go without
     * @throws org.reelsense.storage.DataException if the folder cannot be made or written to
     * @throws IOException if a file cannot be written
     */
    public static void write(Path runFolder, RunRecord record, List<Mistake> mistakes) throws IOException {
        Content content = Content.of(record);
        write(runFolder.resolve("report.md"), MarkdownReport.render(content, mistakes));
        write(runFolder.resolve("report.html"), HtmlReport.render(content, record, mistakes));
    }

    static void write(Path file, String words) throws IOException {
        DurableFile.write(file, out -> out.write(words.getBytes(StandardCharsets.UTF_8)));
    }
}

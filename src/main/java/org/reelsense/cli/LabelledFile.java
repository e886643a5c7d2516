package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.reelsense.scoring.Entry;
import org.reelsense.scoring.Failure;
import org.reelsense.scoring.Header;
import org.reelsense.scoring.InputFormat;
import org.reelsense.scoring.Review;
import org.reelsense.scoring.ReviewReader;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

/** Reads a CSV, TSV or JSON Lines file with a column of labels, into memory. A row that cannot be used is a failure. */
final class LabelledFile {

    private static final Map<String, Boolean> LABELS =
            Map.of("positive", true, "pos", true, "1", true, "negative", false, "neg", false, "0", false);

    private static final int QUOTED_CHARS = 40;

    private final Path file;
    private final String labelColumn;
    private final List<String> texts = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private LabelledFile(Path file, String labelColumn) {
        this.file = file;
        this.labelColumn = labelColumn;
    }

    /**
     * Reads it.
     *
     * @param textColumn where the texts are
     * @param labelColumn where the labels are: positive, pos or 1, negative, neg or 0, in any case
     * @throws IllegalArgumentException if the file has no columns, or not these
     * @throws DataException if it cannot be read, or no row of it can be used
     */
    static LabelledReviews read(Path file, String textColumn, String labelColumn) throws IOException {
        InputFormat format = InputFormat.of(file)
                .filter(InputFormat::hasColumns)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--file is " + file + ": give a file that ends in .csv, .tsv or .jsonl (.gz may follow)"));
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new DataException(
                    file + ": is not an ordinary file, and is read twice for its checksum; save it first");
        }
        LabelledFile labelled = new LabelledFile(file, labelColumn);
        try (ReviewReader reader = ReviewReader.open(file, format, textColumn)) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                labelled.take(next.get());
            }
        } catch (DataException e) {
            throw e; // it names the file
        } catch (IOException e) {
            throw new DataException(file + ": the rest cannot be read (" + e.getMessage() + "); check the file", e);
        }
        return labelled.reviews();
    }

    private void take(Entry entry) {
        if (entry instanceof Header header && !header.columns().contains(labelColumn)) {
            throw new IllegalArgumentException("%s: has no column '%s', only %s; name one of them with --label-column"
                    .formatted(file, labelColumn, Aligned.printable(String.join(", ", header.columns()))));
        }
        if (entry instanceof Failure failure) {
            if (failure.usage()) {
                throw new IllegalArgumentException(failure.message());
            }
            failures.add(failure.message());
        }
        if (entry instanceof Review review) {
            take(review);
        }
    }

    private void take(Review review) {
        String label = review.row().value(labelColumn).orElse("");
        Boolean positive = LABELS.get(label.strip().toLowerCase(Locale.ROOT));
        if (positive == null) {
            failures.add("%s: its %s is '%s', allowed positive, pos, 1, negative, neg and 0"
                    .formatted(review.place(), labelColumn, quoted(label)));
            return;
        }
        texts.add(review.text());
        labels.add(positive);
    }

    private static String quoted(String label) {
        return Aligned.printable(label.length() <= QUOTED_CHARS ? label : label.substring(0, QUOTED_CHARS) + "...");
    }

    private LabelledReviews reviews() throws IOException {
        if (texts.isEmpty()) {
            throw new DataException(file + ": holds no row with a text and a label"
                    + (failures.isEmpty() ? "" : " (" + failures.get(0) + ")") + "; check --column and --label-column");
        }
        boolean[] positive = new boolean[texts.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = labels.get(i);
        }
        return new LabelledReviews(file.toString(), Checksum.sha256(file), texts, positive, failures);
    }
}

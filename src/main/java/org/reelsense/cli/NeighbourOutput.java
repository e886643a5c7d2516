package org.reelsense.cli;

import java.util.List;
import java.util.Locale;
import org.reelsense.embedding.WordVectors.Neighbour;
import picocli.CommandLine.Option;

/** {@code --count} and {@code --json}: how many neighbours are printed, and how. */
final class NeighbourOutput {

    private static final int MOST = 10_000;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many words to print, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    /** @throws IllegalArgumentException if it is out of range */
    int count() {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("--count is " + count + ": give 1 to " + MOST);
        }
        return count;
    }

    boolean json() {
        return json;
    }

    /** A line each: what was asked for, the word, its cosine. */
    static String lines(String asked, List<Neighbour> neighbours) {
        StringBuilder lines = new StringBuilder();
        for (Neighbour neighbour : neighbours) {
            lines.append(Aligned.printable(asked))
                    .append('\t')
                    .append(Aligned.printable(neighbour.token()))
                    .append(String.format(Locale.ROOT, "\t%.4f\n", neighbour.similarity()));
        }
        return lines.toString();
    }
}

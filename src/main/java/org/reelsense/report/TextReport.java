package org.reelsense.report;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Table.Column;

/** The result table, the comparisons and the signature for a terminal; no trailing blanks. */
final class TextReport {

    /** The table is as wide if names are not long. */
    private static final int WIDTH = 100;

    private static final String INDENT = "  ";

    private TextReport() {}

    /** @param styled whether the best figures may be bold */
    static String render(RunRecord record, boolean styled) {
        Content content = Content.of(record);
        List<TextRow> rows = TextRow.of(record);
        Table table = Table.of(columns(rows, record.summaries() != null), rows);
        StringBuilder text = new StringBuilder(new TextTable(table, beginningsOfKinds(rows), styled).render());
        if (!content.comparisons().isEmpty()) {
            text.append('\n');
            content.comparisons()
                    .forEach(sentence -> text.append(wrapped(sentence)).append('\n'));
        }
        return text.append('\n').append(content.signature()).append('\n').toString();
    }

    private static Set<Integer> beginningsOfKinds(List<TextRow> rows) {
        return IntStream.range(0, rows.size())
                .filter(i ->
                        i == 0 || !rows.get(i).kind().equals(rows.get(i - 1).kind()))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** The most accurate is the best of all; the fastest, of the networks, since yardsticks do other work. */
    private static List<Column<TextRow>> columns(List<TextRow> rows, boolean overSeeds) {
        boolean spread =
                rows.stream().anyMatch(row -> Double.isFinite(row.testAccuracy().sd()));
        return List.of(
                Column.words("model", TextRow::name),
                Column.figures(overSeeds ? "seeds" : "seed", "", row -> Long.toString(row.seed())),
                Column.figures(
                        "test accuracy",
                        spread ? "% ± sd" : "%",
                        row -> Figures.percent(row.testAccuracy().mean()) + (spread ? sd(row) : ""),
                        row -> row.testAccuracy().mean()),
                Column.figures("95 % interval", "%", TextReport::interval),
                Column.figures("dev accuracy", "%", row -> Figures.percent(row.devAccuracy())),
                Column.figures(
                        "training",
                        "s",
                        row -> Figures.amount(row.trainSeconds()),
                        ofNetworks(row -> -row.trainSeconds())),
                Column.figures(
                        "scoring",
                        "reviews/s",
                        row -> Figures.amount(row.reviewsPerSecond()),
                        ofNetworks(TextRow::reviewsPerSecond)),
                Column.figures("parameters", "", row -> Figures.countOrAbsent(row.parameters())));
    }

    private static ToDoubleFunction<TextRow> ofNetworks(ToDoubleFunction<TextRow> merit) {
        return row -> row.isNetwork() ? merit.applyAsDouble(row) : Double.NaN;
    }

    /** Equally wide in every row, so that the means stand below each other. */
    /** As wide for a model of one seed, which has none. */
    private static String sd(TextRow row) {
        String sd = Spread.SIGN
                + String.format("%4s", Figures.percent(row.testAccuracy().sd()));
        return Double.isFinite(row.testAccuracy().sd()) ? sd : " ".repeat(sd.length());
    }

    private static String interval(TextRow row) {
        return "[" + Figures.percent(row.testAccuracyLow()) + ", " + Figures.percent(row.testAccuracyHigh()) + "]";
    }

    /** Lines of {@value #WIDTH} characters at most unless a word is longer; all but the first are indented. */
    static String wrapped(String sentence) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : sentence.split(" ")) {
            int width = word.codePointCount(0, word.length());
            if (column > 0 && column + 1 + width > WIDTH) {
                lines.append('\n').append(INDENT);
                column = INDENT.length();
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += width;
        }
        return lines.toString();
    }
}

package org.reelsense.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.reelsense.report.Table.Column;
import org.reelsense.report.Table.Heading;

/**
 * A column of the terminal's table.
 *
 * @param race who is the best in it
 */
record TextColumn(Column<TextRow> column, Race race) {

    /**
     * Who can be the best: of two rows or more, the one that scores highest and all whose figure reads the same.
     *
     * @param figure as it is shown
     */
    private record Race(Predicate<TextRow> enters, ToDoubleFunction<TextRow> score, Function<TextRow, String> figure) {

        static final Race NONE = new Race(row -> false, row -> 0, row -> "");

        static Race ofNetworks(ToDoubleFunction<TextRow> score, Function<TextRow, String> figure) {
            return new Race(TextRow::isNetwork, score, figure);
        }

        boolean isWonBy(TextRow row, List<TextRow> all) {
            List<TextRow> runners = all.stream()
                    .filter(runner -> enters.test(runner) && Double.isFinite(score.applyAsDouble(runner)))
                    .toList();
            return runners.size() > 1
                    && runners.contains(row)
                    && runners.stream()
                            .max(Comparator.comparingDouble(score))
                            .map(figure)
                            .filter(figure.apply(row)::equals)
                            .isPresent();
        }
    }

    /** Accuracy is a race of all; time, of the networks, since yardsticks do other work. */
    static List<TextColumn> all(List<TextRow> rows, boolean overSeeds) {
        boolean spread = rows.stream().anyMatch(row -> row.testAccuracySd() != null);
        return List.of(
                new TextColumn(Column.words("model", TextRow::name), Race.NONE),
                figures(overSeeds ? "seeds" : "seed", "", row -> Long.toString(row.seed()), Race.NONE),
                figures(
                        "test accuracy",
                        spread ? "% ± sd" : "%",
                        row -> accuracy(row) + (spread ? sd(row) : ""),
                        new Race(row -> true, TextRow::testAccuracy, TextColumn::accuracy)),
                figures("95 % interval", "%", TextColumn::interval, Race.NONE),
                figures("dev accuracy", "%", row -> Figures.percent(row.devAccuracy()), Race.NONE),
                figures(
                        "training",
                        "s",
                        TextColumn::seconds,
                        Race.ofNetworks(row -> -row.trainSeconds(), TextColumn::seconds)),
                figures(
                        "scoring",
                        "reviews/s",
                        TextColumn::rate,
                        Race.ofNetworks(TextRow::reviewsPerSecond, TextColumn::rate)),
                figures("parameters", "", TextColumn::parameters, Race.NONE));
    }

    private static TextColumn figures(String name, String unit, Function<TextRow, String> cell, Race race) {
        return new TextColumn(Column.figures(name, unit, cell), race);
    }

    Heading heading() {
        return column.heading();
    }

    TextTable.Cell cell(TextRow row, List<TextRow> all) {
        return new TextTable.Cell(column.cell().apply(row), race.isWonBy(row, all));
    }

    private static String accuracy(TextRow row) {
        return Figures.percent(row.testAccuracy());
    }

    /** Equally wide in every row, so that the means stand below each other. */
    private static String sd(TextRow row) {
        Double sd = row.testAccuracySd();
        return String.format(" ± %4s", sd == null ? Figures.ABSENT : Figures.percent(sd));
    }

    private static String interval(TextRow row) {
        return "[" + Figures.percent(row.testAccuracyLow()) + ", " + Figures.percent(row.testAccuracyHigh()) + "]";
    }

    private static String seconds(TextRow row) {
        return Figures.amount(row.trainSeconds());
    }

    private static String rate(TextRow row) {
        return Figures.amount(row.reviewsPerSecond());
    }

    private static String parameters(TextRow row) {
        return row.parameters() == 0 ? Figures.ABSENT : Figures.count(row.parameters());
    }
}

package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastRecord.Comparison;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.forecast.ForecastRecord.SeedScores;
import org.reelsense.report.Table.Column;

/** The tables of a forecasting run. */
final class ForecastTables {

    private static final int RMSE_DECIMALS = 5;
    private static final int STATISTIC_DECIMALS = 1;

    private ForecastTables() {}

    /** @param ranked of one horizon, best first */
    static Table results(List<RankedForecaster> ranked) {
        return Table.of(
                List.of(
                        words("model", RankedForecaster::shown),
                        figures(
                                "parameters",
                                "",
                                row -> Figures.countOrAbsent(row.figures().parameters())),
                        figures(
                                "RMSE",
                                "mean ± sd of series",
                                row -> rmse(row.figures().rmse()),
                                row -> -row.rmse()),
                        figures(
                                "RMSE",
                                "sd of seeds",
                                row -> seedSd(row.figures().rmse())),
                        figures(
                                "direction",
                                "mean ± sd of series",
                                row -> direction(row.figures().directionalAccuracy()),
                                row -> row.figures().directionalAccuracy().mean()),
                        figures("time", "s/epoch", ForecastTables::secondsPerEpoch),
                        figures("U", "against persistence", ofPersistence(test -> statistic(test.mannWhitneyU()))),
                        figures("p", "Mann-Whitney", ofPersistence(test -> Figures.pValue(test.mannWhitneyP()))),
                        figures("p", "Wilcoxon", ofPersistence(test -> Figures.pValue(test.wilcoxonP()))),
                        figures("seeds", "", ForecastTables::seeds),
                        words("kind", row -> Plain.of(row.figures().kind()))),
                ranked);
    }

    /** The same for a terminal, which is narrower. */
    static Table narrow(List<RankedForecaster> ranked) {
        return Table.of(
                List.of(
                        words("model", RankedForecaster::shown),
                        figures("seeds", "", ForecastTables::seeds),
                        figures("RMSE", "mean ± sd", row -> rmse(row.figures().rmse()), row -> -row.rmse()),
                        figures("sd", "of seeds", row -> seedSd(row.figures().rmse())),
                        figures(
                                "direction",
                                "share",
                                row -> Figures.score(
                                        row.figures().directionalAccuracy().mean()),
                                row -> row.figures().directionalAccuracy().mean()),
                        figures("time", "s/epoch", ForecastTables::secondsPerEpoch),
                        figures("U", "persistence", ofPersistence(test -> statistic(test.mannWhitneyU()))),
                        figures("p", "", ofPersistence(test -> Figures.pValue(test.mannWhitneyP()))),
                        figures("p", "Wilcoxon", ofPersistence(test -> Figures.pValue(test.wilcoxonP())))),
                ranked);
    }

    private static String seeds(RankedForecaster row) {
        return Figures.countOrAbsent(row.figures().seeds().size());
    }

    private static String secondsPerEpoch(RankedForecaster row) {
        Double seconds = row.figures().secondsPerEpoch();
        return seconds == null ? Figures.ABSENT : Figures.amount(seconds);
    }

    private static Function<RankedForecaster, String> ofPersistence(Function<ForecastRecord.Tests, String> figure) {
        return row -> row.against(RankedForecaster.PERSISTENCE)
                .map(comparison -> figure.apply(comparison.rmse()))
                .orElse(Figures.ABSENT);
    }

    /** With the paper's digits: {@code 0.01615}. */
    static String rmse(double rmse) {
        return Figures.fixed(rmse, RMSE_DECIMALS);
    }

    private static String rmse(SeedScores scores) {
        return rmse(scores.mean()) + Spread.SIGN + rmse(scores.sd());
    }

    private static String direction(SeedScores scores) {
        return Figures.score(scores.mean()) + Spread.SIGN + Figures.score(scores.sd());
    }

    private static String seedSd(SeedScores scores) {
        Double sd = scores.seedSd();
        return sd == null ? Figures.ABSENT : rmse(sd);
    }

    private static String statistic(double statistic) {
        boolean whole = statistic == Math.rint(statistic);
        return Figures.fixed(statistic, whole ? 0 : STATISTIC_DECIMALS);
    }

    /** Every pair of one horizon. */
    static Table pairs(List<Comparison> comparisons) {
        return Table.of(
                List.of(
                        words("model", row -> Plain.of(row.a())),
                        words("against", row -> Plain.of(row.b())),
                        figures("RMSE", "difference", row -> rmse(row.rmseDifference())),
                        figures("U", "RMSE", row -> statistic(row.rmse().mannWhitneyU())),
                        figures(
                                "p",
                                "RMSE, Mann-Whitney",
                                row -> Figures.pValue(row.rmse().mannWhitneyP())),
                        figures("W", "RMSE", row -> statistic(row.rmse().wilcoxonW())),
                        figures(
                                "p",
                                "RMSE, Wilcoxon",
                                row -> Figures.pValue(row.rmse().wilcoxonP())),
                        figures(
                                "U",
                                "direction",
                                row -> statistic(row.directionalAccuracy().mannWhitneyU())),
                        figures(
                                "p",
                                "direction, Mann-Whitney",
                                row -> Figures.pValue(row.directionalAccuracy().mannWhitneyP())),
                        figures(
                                "W",
                                "direction",
                                row -> statistic(row.directionalAccuracy().wilcoxonW())),
                        figures(
                                "p",
                                "direction, Wilcoxon",
                                row -> Figures.pValue(row.directionalAccuracy().wilcoxonP()))),
                comparisons);
    }

    /** A row for each model, horizon and seed. */
    static Table models(List<Model> models) {
        return Table.of(
                List.of(
                        words("model", row -> Plain.of(row.name())),
                        figures("steps", "", row -> Figures.count(row.horizon())),
                        figures("seed", "", row -> row.seed() == null ? Figures.ABSENT : String.valueOf(row.seed())),
                        figures("RMSE", "mean", row -> rmse(row.rmse().mean())),
                        figures("RMSE", "sd of series", row -> rmse(row.rmse().sd())),
                        figures(
                                "direction",
                                "mean",
                                row -> Figures.score(row.directionalAccuracy().mean())),
                        figures(
                                "direction",
                                "sd of series",
                                row -> Figures.score(row.directionalAccuracy().sd())),
                        figures("parameters", "", row -> Figures.countOrAbsent(row.parameters()))),
                models);
    }

    /** A row for each training. */
    static Table trainings(List<Model> networks) {
        return Table.of(
                List.of(
                        words("model", row -> Plain.of(row.name())),
                        figures("steps", "", row -> Figures.count(row.horizon())),
                        figures("seed", "", row -> String.valueOf(row.seed())),
                        figures("epochs", "", training(row -> Figures.count(row.epochs()))),
                        figures("training", "s", row -> Figures.amount(row.trainSeconds())),
                        figures("time", "s/epoch", training(row -> Figures.amount(row.secondsPerEpoch()))),
                        figures("training", "windows/s", training(row -> Figures.amount(row.windowsPerSecond()))),
                        figures("peak memory", "MiB", training(row -> Figures.mebibytes(row.peakMemoryBytes()))),
                        figures("last loss", "MSE", training(ForecastTables::lastLoss)),
                        words("file", row -> Plain.of(row.file()))),
                networks);
    }

    private static Function<Model, String> training(Function<ForecastRecord.Training, String> figure) {
        return row -> Optional.ofNullable(row.training()).map(figure).orElse(Figures.ABSENT);
    }

    private static String lastLoss(ForecastRecord.Training training) {
        List<Double> losses = training.losses();
        return losses.isEmpty() ? Figures.ABSENT : Figures.fixed(losses.get(losses.size() - 1), 7);
    }

    /** A row for each series, counted from 1; a column for each model. */
    static Table bySeries(List<RankedForecaster> ranked, int count) {
        List<Integer> series = IntStream.range(0, count).boxed().toList();
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(figures("series", "", row -> Figures.count(row + 1)));
        ranked.forEach(model -> columns.add(figures(
                model.shown(),
                "RMSE",
                row -> rmse(model.figures().rmse().series().get(row)))));
        return Table.of(columns, series);
    }
}

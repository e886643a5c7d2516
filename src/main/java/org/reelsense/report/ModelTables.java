package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Confusion;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.report.Table.Column;

/** Each model at each seed: what came out, what it is, and how training went. Rows stand in the record's order. */
final class ModelTables {

    private static final List<Column<Model>> SCORES = List.of(
            words("model", model -> Plain.of(model.name())),
            figures("seed", "", model -> Long.toString(model.seed())),
            figures("dev accuracy", "%", model -> Figures.percent(model.devAccuracy())),
            figures("test accuracy", "% [95 % interval]", ModelTables::testAccuracy),
            figures("F1", "", model -> Figures.score(model.testF1())),
            figures("precision", "", model -> Figures.score(model.testPrecision())),
            figures("recall", "", model -> Figures.score(model.testRecall())),
            figures("AUC", "", ModelTables::auc),
            figures("log-loss", "nats", model -> Figures.score(model.testLogLoss())),
            figures("confusion", "TP / FP / TN / FN", model -> confusion(model.testConfusion())));

    private static final List<Column<Model>> DETAILS = List.of(
            words("model", model -> Plain.of(model.name())),
            figures("seed", "", model -> Long.toString(model.seed())),
            words("cell", ModelTables::cell),
            figures("units", "a direction", model -> Figures.countOrAbsent(model.hidden())),
            figures("parameters", "", model -> Figures.countOrAbsent(model.parameters())),
            figures("epochs", "", model -> Figures.countOrAbsent(model.epochs())),
            figures("kept epoch", "", model -> Figures.countOrAbsent(model.bestEpoch())),
            figures("training", "s", model -> positive(model.trainSeconds())),
            figures("training", "s/epoch", model -> positive(model.secondsPerEpoch())),
            figures("training", "reviews/s", model -> positive(model.trainReviewsPerSecond())),
            figures("scoring", "reviews/s", model -> positive(model.scoreReviewsPerSecond())),
            figures("peak memory", "MiB", model -> Figures.mebibytes(model.peakMemoryBytes())),
            words("file", model -> Plain.of(model.file())));

    private static final List<Column<ModelEpoch>> EPOCHS = List.of(
            words("model", row -> Plain.of(row.model().name())),
            figures("seed", "", row -> Long.toString(row.model().seed())),
            figures("epoch", "", row -> Figures.count(row.epoch().epoch())),
            figures("training", "s", row -> Figures.amount(row.epoch().seconds())),
            figures("training loss", "nats", row -> Figures.score(row.epoch().trainLoss())),
            figures("dev accuracy", "%", row -> Figures.percent(row.epoch().devAccuracy())),
            figures("dev loss", "nats", row -> Figures.score(row.epoch().devLoss())),
            words("kept", row -> row.epoch().epoch() == row.model().bestEpoch() ? "yes" : ""));

    private record ModelEpoch(Model model, Epoch epoch) {}

    private ModelTables() {}

    static Table scores(RunRecord record) {
        return Table.of(SCORES, record.models());
    }

    static Table details(RunRecord record) {
        return Table.of(DETAILS, record.models());
    }

    static Table epochs(RunRecord record) {
        return Table.of(
                EPOCHS,
                record.models().stream()
                        .flatMap(model -> model.history().stream().map(epoch -> new ModelEpoch(model, epoch)))
                        .toList());
    }

    static String testAccuracy(Model model) {
        return Figures.percent(model.testAccuracy(), model.testAccuracyLow(), model.testAccuracyHigh());
    }

    private static String auc(Model model) {
        return Figures.score(Objects.requireNonNullElse(model.testAuc(), Double.NaN));
    }

    /** What was not done at all took no time; a dash says so better than 0.00. */
    private static String positive(double amount) {
        return amount > 0 ? Figures.amount(amount) : Figures.ABSENT;
    }

    private static String cell(Model model) {
        return model.cell() == null
                ? Figures.ABSENT
                : Plain.of(model.cell()) + (model.bidirectional() ? ", both directions" : ", one direction");
    }

    private static String confusion(@Nullable Confusion confusion) {
        return confusion == null
                ? Figures.ABSENT
                : String.join(
                        " / ",
                        Figures.count(confusion.truePositives()),
                        Figures.count(confusion.falsePositives()),
                        Figures.count(confusion.trueNegatives()),
                        Figures.count(confusion.falseNegatives()));
    }
}

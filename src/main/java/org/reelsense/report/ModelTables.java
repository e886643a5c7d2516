package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.List;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Confusion;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.report.Table.Column;

/** The three tables: what came out, what the models are, and how training went. Rows stand in the record's order. */
final class ModelTables {

    private static final List<Column<Model>> RESULTS = List.of(
            words("model", model -> Plain.of(model.name())),
            figures("seed", "", model -> Long.toString(model.seed())),
            figures("parameters", "", model -> Figures.count(model.parameters())),
            figures("dev accuracy", "%", model -> Figures.percent(model.devAccuracy())),
            figures("test accuracy", "% [95 % interval]", ModelTables::testAccuracy),
            figures("F1", "", model -> Figures.score(model.testF1())),
            figures("AUC", "", ModelTables::auc),
            figures("log-loss", "nats", model -> Figures.score(model.testLogLoss())),
            figures("training", "s", model -> Figures.amount(model.trainSeconds())),
            figures("training", "reviews/s", model -> Figures.amount(model.trainReviewsPerSecond())),
            figures("scoring", "reviews/s", model -> Figures.amount(model.scoreReviewsPerSecond())));

    private static final List<Column<Model>> DETAILS = List.of(
            words("model", model -> Plain.of(model.name())),
            figures("seed", "", model -> Long.toString(model.seed())),
            words("cell", ModelTables::cell),
            figures("units", "a direction", model -> Figures.count(model.hidden())),
            figures("epochs", "", model -> Figures.count(model.epochs())),
            figures("kept epoch", "", model -> Figures.count(model.bestEpoch())),
            figures("training", "s/epoch", model -> Figures.amount(model.secondsPerEpoch())),
            figures("peak memory", "MiB", model -> Figures.mebibytes(model.peakMemoryBytes())),
            figures("precision", "", model -> Figures.score(model.testPrecision())),
            figures("recall", "", model -> Figures.score(model.testRecall())),
            figures("confusion", "TP / FP / TN / FN", model -> confusion(model.testConfusion())),
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

    static Table results(RunRecord record) {
        return Table.of(RESULTS, record.models());
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
        Double auc = model.testAuc();
        return auc == null ? Figures.ABSENT : Figures.score(auc);
    }

    private static String cell(Model model) {
        return Plain.of(model.cell()) + (model.bidirectional() ? ", both directions" : ", one direction");
    }

    private static String confusion(Confusion confusion) {
        return String.join(
                " / ",
                Figures.count(confusion.truePositives()),
                Figures.count(confusion.falsePositives()),
                Figures.count(confusion.trueNegatives()),
                Figures.count(confusion.falseNegatives()));
    }
}

package org.reelsense.report;

import java.util.List;
import org.reelsense.experiment.RunRecord;

/** The figures of each part of the page; none where the record has nothing to draw. */
final class Charts {

    private Charts() {}

    static List<Figure> results(RunRecord record) {
        return AccuracyChart.of(record).stream()
                .map(chart -> new Figure(
                        "accuracy",
                        AccuracyChart.TITLE,
                        "The axis does not begin at 0. All figures: Every model and seed.",
                        chart))
                .toList();
    }

    static List<Figure> training(RunRecord record) {
        return EpochChart.of(record).stream()
                .map(chart -> new Figure(
                        "epochs",
                        EpochChart.TITLE,
                        "A larger dot is the epoch that was kept. The axis does not begin at 0. All figures: Epochs.",
                        chart))
                .toList();
    }

    static List<Figure> slices(RunRecord record) {
        return List.of();
    }

    static List<Figure> probabilities(RunRecord record) {
        return List.of();
    }

    static List<Figure> sizes(RunRecord record) {
        return List.of();
    }

    static List<Figure> words(RunRecord record) {
        return WordMapChart.of(record).stream()
                .map(chart -> new Figure("words", WordMapChart.TITLE, WordMapChart.NOTE, chart))
                .toList();
    }
}

package org.reelsense.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.reelsense.experiment.RunRecord;

/** The figures of a run, section by section; a figure that the record has no data for is left out. */
final class Charts {

    private Charts() {}

    /** How accurate the models are on test, and what that costs. */
    static List<Figure> results(RunRecord record) {
        return found(Stream.of(AccuracyChart.of(record), CostChart.of(record)));
    }

    /** How the networks learned. */
    static List<Figure> training(RunRecord record) {
        return LearningCharts.all(record);
    }

    /** Which test reviews the models get right. */
    static List<Figure> slices(RunRecord record) {
        return SliceCharts.all(record);
    }

    /** How far the probabilities can be trusted. */
    static List<Figure> probabilities(RunRecord record) {
        return Stream.concat(ReliabilityCharts.all(record).stream(), CurveCharts.all(record).stream())
                .toList();
    }

    /** What more training reviews bring. */
    static List<Figure> sizes(RunRecord record) {
        return found(Stream.of(SizeChart.of(record)));
    }

    /** What word vectors know of sentiment. */
    static List<Figure> words(RunRecord record) {
        return found(Stream.of(WordMapChart.of(record)));
    }

    private static List<Figure> found(Stream<Optional<Figure>> figures) {
        return figures.flatMap(Optional::stream).toList();
    }
}

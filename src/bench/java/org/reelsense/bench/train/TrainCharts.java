package org.reelsense.bench.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.ResultFiles;
import org.reelsense.bench.result.Spread;
import org.reelsense.report.SpeedChart;

/** GFLOP/s by H, a chart for each cell that was measured with more than one H at the star's batch and pieces. */
final class TrainCharts {

    private TrainCharts() {}

    /** {@code FOLDER/training-CELL.svg}. */
    static void write(Path folder, List<Measured> results) throws IOException {
        Map<String, List<Measured>> byCell = results.stream()
                .filter(result -> TrainGrid.isByHidden(result.setting()))
                .collect(Collectors.groupingBy(
                        result -> result.setting().text(Work.CELL), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Measured>> cell : byCell.entrySet()) {
            List<SpeedChart.Line> lines = lines(cell.getValue());
            if (lines.get(0).marks().size() > 1) {
                String title = "Training a bidirectional " + cell.getKey().toUpperCase(Locale.ROOT);
                ResultFiles.save(
                        folder.resolve("training-" + cell.getKey() + ".svg"),
                        SpeedChart.svg(title, "units of one direction", "GFLOP/s", lines));
            }
        }
    }

    private static List<SpeedChart.Line> lines(List<Measured> results) {
        Map<String, List<SpeedChart.Mark>> byRow = new LinkedHashMap<>();
        for (Measured result : results) {
            Spread rate = result.rates().get(TrainRounds.GIGAFLOPS);
            Setting setting = result.setting();
            if (rate != null) {
                byRow.computeIfAbsent(result.row(), row -> new ArrayList<>())
                        .add(new SpeedChart.Mark(
                                setting.number(Work.HIDDEN), rate.least(), rate.median(), rate.most()));
            }
        }
        return byRow.entrySet().stream()
                .map(row -> new SpeedChart.Line(row.getKey(), row.getValue()))
                .toList();
    }
}

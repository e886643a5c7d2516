package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.UnfinishedRun;
import org.reelsense.forecast.ForecastFolder;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.storage.DataException;

/** What can be said of the folders that {@code report} is given before a file in them is read. */
final class FinishedRuns {

    private static final String REMEDY =
            "name the folder of a finished run, as `reelsense experiment` and `reelsense forecast` make it";

    /** What may be written over: it can be made again at any time. */
    private static final Set<String> REPORTS = Set.of("report.md", "report.html");

    private FinishedRuns() {}

    /**
     * The folders, in their order.
     *
     * @throws DataException if one is not the folder of a finished run
     * @throws IllegalArgumentException if one is given twice
     */
    static List<RunFolder> at(List<Path> paths) throws IOException {
        Map<Path, Path> given = new HashMap<>();
        for (Path path : paths) {
            requireFinished(path);
            @Nullable Path same = given.put(path.toRealPath(), path);
            if (same != null) {
                throw new IllegalArgumentException("run: " + path + " is given twice"
                        + (same.equals(path) ? "" : " (it is the folder " + same + " too)") + "; name each run once");
            }
        }
        return paths.stream().map(RunFolder::new).toList();
    }

    private static void requireFinished(Path path) throws DataException {
        if (!Files.exists(path)) {
            throw new DataException("There is no folder " + path + "; " + REMEDY);
        }
        if (!Files.isDirectory(path)) {
            throw new DataException(path + " is not a folder; " + REMEDY);
        }
        RunFolder folder = new RunFolder(path);
        if (folder.isUnfinished()) {
            throw new DataException("The run in " + path + " is not finished; go on with it by `"
                    + CommandText.of(List.of(command(folder), "--out", path.toString()))
                    + "` and the options it began with");
        }
        if (!Files.exists(folder.results())) {
            throw new DataException(path + " holds no results.json; " + REMEDY);
        }
    }

    /** The command that began an unfinished run. */
    private static String command(RunFolder folder) throws DataException {
        return new UnfinishedRun(folder).kind().equals(ForecastRecord.KIND) ? "forecast" : "experiment";
    }

    /**
     * Whether it is a forecasting run that is to be reported.
     *
     * @throws DataException if a record is damaged
     * @throws IllegalArgumentException if it is one of several runs
     */
    static boolean isForecast(List<RunFolder> folders) throws DataException {
        for (RunFolder folder : folders) {
            boolean forecast = ForecastFolder.isThere(folder.path());
            if (forecast && folders.size() > 1) {
                throw new IllegalArgumentException(
                        "run: " + folder.path() + " is a forecasting run, which is not compared; report it alone");
            }
            if (forecast) {
                return true;
            }
        }
        return false;
    }

    /**
     * Neither a run, finished or not, nor anything else is ever mixed with a comparison.
     *
     * @throws IllegalArgumentException if the folder is there and holds more than reports
     */
    static void requireRoomForReport(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<String> inTheWay = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !REPORTS.contains(name))
                    .sorted()
                    .findFirst();
            if (inTheWay.isPresent()) {
                throw new IllegalArgumentException("out: " + folder + " holds " + inTheWay.get()
                        + ", and nothing of a run is written over; choose a new folder");
            }
        }
    }
}

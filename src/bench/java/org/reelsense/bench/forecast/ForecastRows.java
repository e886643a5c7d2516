package org.reelsense.bench.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.Libtorch;
import org.reelsense.bench.process.Launch;

/** The rows of the forecasting table and how each one's process is started. */
final class ForecastRows {

    static final String REELSENSE = "Reelsense, ";
    static final String TORCH = "libtorch, ";
    static final String OURS_ALONE = REELSENSE + "1 thread";

    /** A batch has two shards, so more threads would have nothing to do. */
    static final String OURS = REELSENSE + "2 threads";

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final BenchFiles files;

    ForecastRows(BenchFiles files) {
        this.files = files;
    }

    /** libtorch with its default, which is a thread a core, and with fewer: one, two, four and so on. */
    List<Launch> all() {
        List<Launch> rows =
                new ArrayList<>(List.of(ours(OURS_ALONE, 1), ours(OURS, 2), torch("its default threads", Map.of())));
        for (int threads : threads(CORES)) {
            rows.add(torch(
                    threads + (threads == 1 ? " thread" : " threads"),
                    Map.of("OMP_NUM_THREADS", Integer.toString(threads))));
        }
        return rows;
    }

    static int[] threads(int cores) {
        return IntStream.iterate(1, threads -> threads < Math.max(cores, 2), threads -> 2 * threads)
                .toArray();
    }

    /** The environment that the launcher {@code reelsense} sets. */
    private Launch ours(String row, int threads) {
        List<String> options = List.of("-Xmx1g", "-D" + ReelsenseForecaster.THREADS + "=" + threads);
        return new Launch(
                row, ReelsenseForecaster.class, files.classPath(), options, Map.of("OMP_NUM_THREADS", "1"), 1);
    }

    private Launch torch(String threads, Map<String, String> environment) {
        return Libtorch.launch(files, TORCH + threads, TorchForecaster.class, List.of("-Xmx1g"), environment, 1);
    }
}

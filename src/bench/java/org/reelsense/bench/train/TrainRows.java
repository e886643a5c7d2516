package org.reelsense.bench.train;

import java.util.List;
import java.util.Map;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.Libtorch;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Launch;

/** The rows of the training table and how each one's processes are started. */
final class TrainRows {

    static final int CORES = Runtime.getRuntime().availableProcessors();
    static final String REELSENSE = "Reelsense, ";
    static final String OURS = REELSENSE + CORES + " threads";
    static final String OURS_ALONE = REELSENSE + "1 thread";
    /** All rows of the peer begin so. */
    static final String LIBTORCH = "libtorch, ";

    static final String TORCH = LIBTORCH + "its default threads";
    static final String TORCH_ALONE = LIBTORCH + "1 thread";
    static final String TORCH_PARALLEL = LIBTORCH + CORES + " processes";
    static final String DL4J = "DL4J";
    /** How the rows of the limit begin. */
    static final String SGEMM = "sgemm, ";

    /** How the rows of one time step's product begin. */
    static final String STEP = "one step's product, ";

    /** The settings of one libtorch process, of which the best is the peer to compare with. */
    static final List<String> ONE_TORCH = List.of(TORCH, TORCH_ALONE);

    private static final Map<String, String> ONE_THREAD = Map.of("OMP_NUM_THREADS", "1");
    private static final Map<String, String> DEFAULT = Map.of();

    private final BenchFiles files;

    TrainRows(BenchFiles files) {
        this.files = files;
    }

    List<Launch> all() {
        return List.of(
                ours(OURS, CORES),
                ours(OURS_ALONE, 1),
                torch(TORCH, DEFAULT, 1),
                torch(TORCH_ALONE, ONE_THREAD, 1),
                torch(TORCH_PARALLEL, ONE_THREAD, CORES),
                new Launch(DL4J, Dl4jTraining.class, files.classPath(), List.of("-Xmx3g"), DEFAULT, 1),
                sgemm(SGEMM + "oneDNN", OneDnnSgemm.class, files.classPath(), "square"),
                sgemm(SGEMM + "OpenBLAS", OpenBlasSgemm.class, files.classPath("libtorch"), "square"),
                sgemm(STEP + "oneDNN", OneDnnSgemm.class, files.classPath(), "step"));
    }

    /** The environment that the launcher {@code reelsense} sets. */
    private Launch ours(String row, int threads) {
        List<String> options = List.of("-Xmx2g", "-D" + ReelsenseTraining.THREADS + "=" + threads);
        return new Launch(row, ReelsenseTraining.class, files.classPath(), options, ONE_THREAD, 1);
    }

    private Launch torch(String row, Map<String, String> environment, int processes) {
        return Libtorch.launch(files, row, TorchTraining.class, List.of("-Xmx2g"), environment, processes);
    }

    private static Launch sgemm(String row, Class<? extends Engine> engine, String classPath, String shape) {
        return new Launch(row, engine, classPath, List.of("-Xmx256m", "-D" + Sgemm.SHAPE + "=" + shape), DEFAULT, 1);
    }

    /** Whether a row is a matrix product and no training. */
    static boolean isProduct(String row) {
        return row.startsWith(SGEMM) || row.startsWith(STEP);
    }
}

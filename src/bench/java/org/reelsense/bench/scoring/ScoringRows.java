package org.reelsense.bench.scoring;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.Libtorch;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Launch;
import org.reelsense.bench.train.OneDnnSgemm;
import org.reelsense.bench.train.OpenBlasSgemm;

/** The rows of the table: how each one's process is started. */
final class ScoringRows {

    static final String OURS = "Reelsense, from ids";
    static final String TEXT = "Reelsense, from text";

    /** How the names of the rows begin that only multiply matrices. */
    static final String SGEMM = "sgemm, ";

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final List<String> JVM = List.of("-Xmx3g");

    private ScoringRows() {}

    static List<Launch> all(BenchFiles files) {
        return Stream.of(
                        ours(OURS, ReelsenseIds.class, files),
                        ours(TEXT, ReelsenseText.class, files),
                        peer(
                                "libtorch",
                                (row, more) ->
                                        Libtorch.launch(files, row, TorchScoring.class, options(more), Map.of(), 1)),
                        peer(
                                "ONNX Runtime",
                                (row, more) ->
                                        row(row, OnnxScoring.class, files.classPath("onnxruntime"), Map.of(), more)),
                        Stream.of(
                                row(SGEMM + "oneDNN", OneDnnSgemm.class, files.classPath(), Map.of(), List.of()),
                                row(
                                        SGEMM + "OpenBLAS",
                                        OpenBlasSgemm.class,
                                        files.classPath("libtorch"),
                                        Map.of(),
                                        List.of())))
                .flatMap(rows -> rows)
                .toList();
    }

    /** In the environment that the launcher {@code reelsense} sets. */
    private static Stream<Launch> ours(String name, Class<? extends Engine> engine, BenchFiles files) {
        return Stream.of(row(name, engine, files.classPath(), Map.of("OMP_NUM_THREADS", "1"), List.of()));
    }

    /** {@code launch} makes a row of its name and more options for Java. */
    private static Stream<Launch> peer(String name, BiFunction<String, List<String>, Launch> launch) {
        return Stream.of(
                launch.apply(name + ", default threads", List.of("-D" + PeerWork.DEFAULT_THREADS + "=true")),
                launch.apply(name + ", best threads", List.of()),
                launch.apply(name + ", " + CORES + " callers", List.of("-D" + PeerWork.CALLERS + "=" + CORES)));
    }

    private static Launch row(
            String name,
            Class<? extends Engine> engine,
            String classPath,
            Map<String, String> environment,
            List<String> more) {
        return new Launch(name, engine, classPath, options(more), environment, 1);
    }

    private static List<String> options(List<String> more) {
        return Stream.concat(JVM.stream(), more.stream()).toList();
    }
}

package org.reelsense.bench.scoring;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Launch;
import org.reelsense.bench.train.OneDnnSgemm;
import org.reelsense.bench.train.OpenBlasSgemm;

/** The rows of the table: how each one's process is started. */
final class ScoringRows {

    static final String OURS = "reelsense, from ids";
    static final String TEXT = "reelsense, from text";
    static final String TORCH = "libtorch, best setting";
    static final String ONNX = "ONNX Runtime, best setting";

    /** How the names of the rows begin that only multiply matrices. */
    static final String SGEMM = "sgemm, ";

    private static final List<String> JVM = List.of("-Xmx3g");

    private ScoringRows() {}

    static List<Launch> all(BenchFiles files) {
        Map<String, String> oneThread = Map.of("OMP_NUM_THREADS", "1"); // as the launcher sets it
        return List.of(
                row(OURS, ReelsenseIds.class, files.classPath(), oneThread, List.of()),
                row(TEXT, ReelsenseText.class, files.classPath(), oneThread, List.of()),
                row("libtorch, default threads", TorchScoring.class, files.classPath("libtorch"), Map.of(), defaults()),
                row(TORCH, TorchScoring.class, files.classPath("libtorch"), Map.of(), List.of()),
                row(
                        "ONNX Runtime, default threads",
                        OnnxScoring.class,
                        files.classPath("onnxruntime"),
                        Map.of(),
                        defaults()),
                row(ONNX, OnnxScoring.class, files.classPath("onnxruntime"), Map.of(), List.of()),
                row(SGEMM + "oneDNN", OneDnnSgemm.class, files.classPath(), Map.of(), List.of()),
                row(SGEMM + "OpenBLAS", OpenBlasSgemm.class, files.classPath("libtorch"), Map.of(), List.of()));
    }

    private static List<String> defaults() {
        return List.of("-D" + PeerWork.DEFAULT_THREADS + "=true");
    }

    private static Launch row(
            String name,
            Class<? extends Engine> engine,
            String classPath,
            Map<String, String> environment,
            List<String> more) {
        List<String> options = Stream.concat(JVM.stream(), more.stream()).toList();
        return new Launch(name, engine, classPath, options, environment, 1);
    }
}

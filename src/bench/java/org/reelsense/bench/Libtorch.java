package org.reelsense.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Launch;

/**
 * libtorch as PyTorch's own packages for Python have it: with MKL for its matrix products, on the same OpenMP as libtorch
 * itself. The one for Java comes with OpenBLAS, whose products take turns of their own on a second thread and make its GRU
 * ten times as slow there.
 */
public final class Libtorch {

    private static final String MKL = "mkl";

    private Libtorch() {}

    /** How to start a row's workers; for the other parameters see {@link Launch}. */
    public static Launch launch(
            BenchFiles files,
            String row,
            Class<? extends Engine> engine,
            List<String> jvmOptions,
            Map<String, String> environment,
            int processes) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("MKL_THREADING_LAYER", "GNU"); // as libtorch; two OpenMPs would wait for each other
        Stream<String> own = Stream.of("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        Stream<String> products = files.has(MKL) ? Stream.of("-Dorg.bytedeco.openblas.load=mkl") : Stream.empty();
        return new Launch(
                row,
                engine,
                files.classPath("libtorch", MKL),
                Stream.of(jvmOptions.stream(), own, products)
                        .flatMap(options -> options)
                        .toList(),
                variables,
                processes);
    }

    /** What a worker says of the library it runs, and more. */
    public static Map<String, String> facts(Map<String, String> more) {
        Map<String, String> facts = new TreeMap<>(more);
        facts.put(
                "engine",
                "libtorch 2.10 with oneDNN " + torch.get_mkldnn_version().getString());
        facts.put("threads", Integer.toString(torch.get_num_threads()));
        facts.put("matrix products", Loader.addressof("MKL_Get_Max_Threads") == null ? "OpenBLAS" : "MKL");
        return facts;
    }
}

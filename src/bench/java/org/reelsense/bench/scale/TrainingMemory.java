package org.reelsense.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.BenchOptions;
import org.reelsense.bench.process.Contestant;
import org.reelsense.bench.process.Launch;
import org.reelsense.bench.process.Setting;

/** The most memory a whole training with 128 units takes, as Linux counts it: native memory, heap, code and all. */
public final class TrainingMemory {

    private static final int HIDDEN = 128;
    private static final int QUICK_REVIEWS = 3_000;
    private static final int ALL = 0;
    private static final Duration PATIENCE = Duration.ofHours(1); // word vectors and an epoch of everything

    private TrainingMemory() {}

    /** Word vectors and tokens that the data folder has are not made again. Quickly: with 3,000 training reviews. */
    public static void run(BenchOptions options) throws IOException {
        Path logs = Files.createDirectories(options.target().resolve("bench/log"));
        Launch launch = new Launch(
                "memory",
                WholeTraining.class,
                new BenchFiles(options.target()).classPath(),
                List.of("-Xmx2g"), // as the launcher gives it
                Map.of("OMP_NUM_THREADS", "1"),
                1);
        for (String model : options.quick() ? List.of("bilstm") : List.of("bilstm", "bigru")) {
            Setting setting = new Setting(Map.of("model", model))
                    .with("hidden", HIDDEN)
                    .with("limit", options.quick() ? QUICK_REVIEWS : ALL)
                    .with("data", options.data().toAbsolutePath());
            try (Contestant worker = Contestant.start(launch, logs, PATIENCE)) {
                worker.prepare(setting);
                double seconds = worker.run(0, 1).seconds();
                System.out.printf(
                        Locale.ROOT,
                        "%s, H = %d: %.0f MB at most, one epoch and all before and after it in %.0f s%n",
                        model,
                        HIDDEN,
                        worker.peakMemoryBytes() / 1e6,
                        seconds);
            }
        }
    }
}

package org.reelsense.bench.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.reelsense.bench.BenchOptions;
import org.reelsense.bench.process.ScratchFolder;

/**
 * How long {@code reelsense train} takes from an empty data folder to the first epoch with 90 % dev accuracy on the IMDB
 * reviews: start, reading the archive, tokenizing, word vectors, epochs. The process is ended there.
 */
public final class TimeToAccuracy {

    private static final double GOAL = 90;
    private static final String ARCHIVE = "BENCH_ARCHIVE";

    private TimeToAccuracy() {}

    /** The archive is the file that the environment's {@value #ARCHIVE} names. */
    public static void run(BenchOptions options) throws IOException, InterruptedException {
        String archive = System.getenv(ARCHIVE);
        if (archive == null) {
            throw new IllegalArgumentException(ARCHIVE + ": missing; set it to the file aclImdb_v1.tar.gz");
        }
        try (ScratchFolder data = ScratchFolder.make()) {
            System.out.print(table(data.path(), archive, options));
        }
    }

    private static String table(Path data, String archive, BenchOptions options)
            throws IOException, InterruptedException {
        Stages stages = new Stages(GOAL);
        long start = System.nanoTime();
        boolean[] reached = {false};
        ChildProcess run = ChildProcess.run(
                options.target(),
                List.of("-Xmx2g"),
                List.of(
                        "train",
                        "--preset",
                        "quick",
                        "--model",
                        "bilstm",
                        "--archive",
                        archive,
                        "--data",
                        data.toString(),
                        "--out",
                        data.resolve("model.safetensors").toString()),
                line -> {
                    stages.line((System.nanoTime() - start) / 1e9, line);
                    reached[0] |= stages.reached(line).isPresent();
                    return reached[0];
                });
        stages.end(run.seconds());
        StringBuilder table = new StringBuilder();
        stages.seconds()
                .forEach((stage, seconds) ->
                        table.append(String.format(Locale.ROOT, "%-40s %6.1f s%n", stage, seconds)));
        return table.append(String.format(
                        Locale.ROOT,
                        "%s %.0f %% dev accuracy after %.1f s, %.0f MB at most%n",
                        reached[0] ? "reached" : "did not reach",
                        GOAL,
                        run.seconds(),
                        run.peakBytes() / 1e6))
                .toString();
    }
}

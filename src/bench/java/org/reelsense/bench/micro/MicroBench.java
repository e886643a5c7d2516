package org.reelsense.bench.micro;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.BenchOptions;

/** Runs the JMH benchmarks in a process of their own and keeps their results as JSON. */
public final class MicroBench {

    private MicroBench() {}

    /** Writes {@code micro.json}; what JMH prints comes through. */
    public static void run(BenchOptions options) throws IOException, InterruptedException {
        Path result = Files.createDirectories(options.out()).resolve("micro.json");
        String classPath = new BenchFiles(options.target()).classPath()
                + File.pathSeparator
                + options.target().resolve("bench").resolve("jmh").resolve("*");
        String iterations = options.quick() ? "2" : "5";
        ProcessBuilder jmh = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "org.openjdk.jmh.Main",
                        "-f",
                        "1",
                        "-wi",
                        iterations,
                        "-i",
                        iterations,
                        "-w",
                        "1",
                        "-r",
                        "1",
                        "-rf",
                        "json",
                        "-rff",
                        result.toString()))
                .inheritIO();
        jmh.environment().put("OMP_NUM_THREADS", "1");
        int status = jmh.start().waitFor();
        if (status != 0) {
            throw new IOException("JMH ended with status " + status + "; what it printed tells why");
        }
    }
}

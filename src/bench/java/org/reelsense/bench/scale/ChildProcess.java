package org.reelsense.bench.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.reelsense.bench.process.ProcessMemory;

/**
 * {@code reelsense} as a process, started as its launcher does.
 *
 * @param seconds from its start to its end, or to the line that ended it
 * @param peakBytes the most memory it held; 0 where the system does not say
 */
record ChildProcess(double seconds, long peakBytes) {

    private static final long LOOK_EVERY_MILLIS = 20;

    /**
     * Runs a command; its results are thrown away.
     *
     * @param options of Java
     * @param done told each line of standard error when it comes; true ends the process
     * @throws IOException if the command fails
     */
    static ChildProcess run(Path target, List<String> options, List<String> arguments, Predicate<String> done)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", target.resolve("reelsense.jar").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", "1");
        long start = System.nanoTime();
        Process process = builder.start();
        MemoryWatch watch = MemoryWatch.start(process, LOOK_EVERY_MILLIS);
        boolean ended = readUntil(process, done);
        int status = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != 0 && !ended) {
            throw new IOException("reelsense " + arguments + " ended with " + status);
        }
        return new ChildProcess(seconds, watch.peakBytes());
    }

    /** Says whether a line was the last one wanted. */
    private static boolean readUntil(Process process, Predicate<String> done) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (done.test(line)) {
                    process.destroyForcibly();
                    return true;
                }
            }
        }
        return false;
    }

    /** A thread that asks again and again, since nothing can be asked of a process that is gone. */
    private static final class MemoryWatch extends Thread {
        private final Process process;
        private final long everyMillis;
        private volatile long peak;

        private MemoryWatch(Process process, long everyMillis) {
            super("memory-watch");
            this.process = process;
            this.everyMillis = everyMillis;
            setDaemon(true);
        }

        static MemoryWatch start(Process process, long everyMillis) {
            MemoryWatch watch = new MemoryWatch(process, everyMillis);
            watch.start();
            return watch;
        }

        @Override
        public void run() {
            try {
                while (process.isAlive()) {
                    peak = Math.max(peak, ProcessMemory.peakBytes(process.pid()));
                    Thread.sleep(everyMillis);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        long peakBytes() throws InterruptedException {
            join();
            return peak;
        }
    }
}

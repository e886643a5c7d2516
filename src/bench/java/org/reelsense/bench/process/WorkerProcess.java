package org.reelsense.bench.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The driver's end of a worker: sends a request, awaits its answer. What the worker logs goes to a file. */
final class WorkerProcess implements AutoCloseable {

    /** Removed from what workers inherit, so that a row's threads are what its {@link Launch} says. */
    private static final List<String> THREAD_VARIABLES =
            List.of("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "GOMP_CPU_AFFINITY", "OMP_PROC_BIND");

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bench-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final String name;
    private final Path log;
    private final Process process;
    private final ScratchFolder scratch;
    private final BufferedWriter requests;
    private final BufferedReader replies;
    private boolean over;

    private WorkerProcess(String name, Path log, Process process, ScratchFolder scratch) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.scratch = scratch;
        requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        replies = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static WorkerProcess start(Launch launch, int number, Path logFolder) throws IOException {
        String name = launch.row() + (launch.processes() > 1 ? " " + (number + 1) : "");
        Path log = logFolder.resolve(name.replaceAll("\\W+", "-") + ".log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", launch.classPath()));
        ScratchFolder scratch = ScratchFolder.in(logFolder);
        command.add("-Djava.io.tmpdir=" + scratch.path());
        command.add("-XX:ErrorFile=" + logFolder.resolve("crash-%p.log"));
        command.addAll(launch.jvmOptions());
        command.addAll(List.of(WorkerMain.class.getName(), launch.engine().getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().keySet().removeAll(THREAD_VARIABLES);
        builder.environment().putAll(launch.environment());
        try {
            return new WorkerProcess(name, log, builder.start(), scratch);
        } catch (IOException e) {
            scratch.close();
            throw e;
        }
    }

    void send(Request request) throws IOException {
        requests.write(Lines.of(request));
        requests.newLine();
        requests.flush();
    }

    /**
     * Awaits the answer to the last request.
     *
     * @param patience after which the process is ended: an engine in the midst of native code listens to nothing else
     * @throws IOException if the engine failed, its process died, or it did not answer in time
     */
    Reply await(Duration patience) throws IOException {
        long start = System.nanoTime();
        ScheduledFuture<?> end =
                WATCH.schedule(() -> process.toHandle().destroyForcibly(), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            for (String line = replies.readLine(); line != null; line = replies.readLine()) {
                Optional<Reply> reply = Lines.read(line, Reply.class);
                if (reply.isPresent()) {
                    return checked(reply.get());
                }
            }
        } finally {
            end.cancel(false);
        }
        over = true;
        boolean late = System.nanoTime() - start >= patience.toNanos();
        throw new IOException(name
                + (late
                        ? ": no answer after " + patience.toSeconds() + " s"
                        : ": its process ended without an answer; see " + log));
    }

    /** Whether it can be asked no more. */
    boolean isOver() {
        return over || !process.isAlive();
    }

    private Reply checked(Reply reply) throws IOException {
        if (reply.error() != null) {
            throw new IOException(name + ": " + reply.error() + "; see " + log);
        }
        return reply;
    }

    /** Bytes of the largest memory it has held so far (Linux); 0 where the system does not say. */
    long peakMemoryBytes() {
        return ProcessMemory.peakBytes(process.pid());
    }

    /** Ends the process and removes its temporary files, also those of one that was in no state to do so. */
    @Override
    public void close() {
        try {
            requests.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                destroy();
            }
        } catch (IOException e) { // it is gone, or reads no more
            destroy();
        } catch (InterruptedException e) {
            destroy();
            Thread.currentThread().interrupt();
        }
        try {
            scratch.close();
        } catch (IOException e) {
            System.err.println("warning: " + scratch.path() + " could not be deleted (" + e.getMessage() + ")");
        }
    }

    private void destroy() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
    }
}

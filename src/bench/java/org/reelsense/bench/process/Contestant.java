package org.reelsense.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A row of the table: its worker processes, of which more than one work at the same time on parts of the same work. */
public final class Contestant implements AutoCloseable {

    /** Names of the values that tell a worker its part of the work; see {@link #prepare}. */
    public static final String PART = "part";

    public static final String PARTS = "parts";

    private final Launch launch;
    private final Path logFolder;
    private final Duration patience;
    private final List<WorkerProcess> workers = new ArrayList<>();

    private Contestant(Launch launch, Path logFolder, Duration patience) {
        this.launch = launch;
        this.logFolder = logFolder;
        this.patience = patience;
    }

    /**
     * Starts a row's processes; they wait.
     *
     * @param patience the longest time to wait for an answer; a process that needs longer is ended
     */
    public static Contestant start(Launch launch, Path logFolder, Duration patience) throws IOException {
        Contestant started = new Contestant(launch, logFolder, patience);
        for (int number = 0; number < launch.processes(); number++) {
            started.workers.add(WorkerProcess.start(launch, number, logFolder));
        }
        return started;
    }

    /** Starts the rows that are asked for by name; if one cannot be started, none stays. */
    public static List<Contestant> start(
            List<Launch> launches, Predicate<String> asked, Path logFolder, Duration patience) throws IOException {
        List<Contestant> started = new ArrayList<>();
        try {
            for (Launch launch : launches) {
                if (asked.test(launch.row())) {
                    started.add(start(launch, logFolder, patience));
                }
            }
            return started;
        } catch (IOException e) {
            started.forEach(Contestant::close);
            throw e;
        }
    }

    /** Its name in tables. */
    public String row() {
        return launch.row();
    }

    /**
     * Makes the workers ready, each told with {@link #PART} (from 0) and {@link #PARTS} which share of the work is its own.
     * A worker whose process has ended since it started is started anew.
     *
     * @return the first worker's facts
     * @throws IOException if an engine cannot do this setting, its process died, or it took too long
     */
    public Map<String, String> prepare(Setting setting) throws IOException {
        for (int part = 0; part < workers.size(); part++) {
            if (workers.get(part).isOver()) {
                workers.get(part).close();
                workers.set(part, WorkerProcess.start(launch, part, logFolder));
            }
        }
        for (int part = 0; part < workers.size(); part++) {
            workers.get(part).send(Request.prepare(setting.with(PART, part).with(PARTS, workers.size())));
        }
        return awaitAll().get(0).facts();
    }

    /** The first worker's numbers; see {@link Engine#probe}. */
    public float[] probe(String what) throws IOException {
        workers.get(0).send(Request.probe(what));
        return workers.get(0).await(patience).numbers();
    }

    /** One turn of all workers at the same time; the slowest one's seconds count. */
    public Turn run(int first, int units) throws IOException {
        for (WorkerProcess worker : workers) {
            worker.send(Request.run(first, units));
        }
        return awaitAll().stream().map(Contestant::turn).reduce(Turn::beside).orElseThrow();
    }

    private static Turn turn(Reply reply) {
        Turn turn = reply.turn();
        if (turn == null) {
            throw new IllegalStateException("a worker answered a run without a turn");
        }
        return turn;
    }

    /** Of every worker, even if one failed: an answer that is not read now would be taken for the next one. */
    private List<Reply> awaitAll() throws IOException {
        List<Reply> replies = new ArrayList<>();
        List<IOException> failures = new ArrayList<>();
        for (WorkerProcess worker : workers) {
            try {
                replies.add(worker.await(patience));
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return replies;
    }

    /** The sum over its processes of the largest memory each has held; 0 where the system does not say. */
    public long peakMemoryBytes() {
        return workers.stream().mapToLong(WorkerProcess::peakMemoryBytes).sum();
    }

    @Override
    public void close() {
        workers.forEach(WorkerProcess::close);
    }
}

package org.reelsense.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A row of the table: its worker processes, of which more than one work at the same time on parts of the same work. */
public final class Contestant implements AutoCloseable {

    /** Names of the values that tell a worker its part of the work; see {@link #prepare}. */
    public static final String PART = "part";

    public static final String PARTS = "parts";

    private final String row;
    private final List<WorkerProcess> workers;

    private Contestant(String row, List<WorkerProcess> workers) {
        this.row = row;
        this.workers = workers;
    }

    /** Starts a row's processes; they wait. */
    public static Contestant start(Launch launch, Path logFolder) throws IOException {
        List<WorkerProcess> workers = new ArrayList<>();
        for (int number = 0; number < launch.processes(); number++) {
            workers.add(WorkerProcess.start(launch, number, logFolder));
        }
        return new Contestant(launch.row(), workers);
    }

    /** Its name in tables. */
    public String row() {
        return row;
    }

    /**
     * Makes the workers ready, each told with {@link #PART} (from 0) and {@link #PARTS} which share of the work is its own.
     *
     * @return the first worker's facts
     * @throws IOException if an engine cannot do this setting, or its process died
     */
    public Map<String, String> prepare(Setting setting) throws IOException {
        for (int part = 0; part < workers.size(); part++) {
            workers.get(part).send(Request.prepare(setting.with(PART, part).with(PARTS, workers.size())));
        }
        return awaitAll().get(0).facts();
    }

    /** The first worker's numbers; see {@link Engine#probe}. */
    public float[] probe(String what) throws IOException {
        workers.get(0).send(Request.probe(what));
        return workers.get(0).await().numbers();
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

    private List<Reply> awaitAll() throws IOException {
        List<Reply> replies = new ArrayList<>();
        for (WorkerProcess worker : workers) {
            replies.add(worker.await());
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

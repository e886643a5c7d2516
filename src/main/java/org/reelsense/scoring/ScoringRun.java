package org.reelsense.scoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads, scores and writes at the same time, in bounded memory. One thread reads; chunks of what it has read are scored,
 * two at a time, so that the workers have the next one when the last is almost done; the calling thread writes, in the
 * order of the input, whole lines at a time.
 */
public final class ScoringRun {

    /** Texts scored together; enough for batches of like length. */
    private static final int MOST_TOGETHER = 4_096;

    /** With explanations, which are much larger than their texts. */
    private static final int MOST_EXPLAINED = 128;

    private static final int CHUNKS = 2;

    private final Scorer scorer;
    private final boolean explained;
    private final ResultWriter writer;
    private final Consumer<byte[]> output;
    private final Consumer<Failure> failures;
    private long scored;
    private long failed;
    private boolean misused;

    /**
     * A run.
     *
     * @param explained whether the scorer explains
     * @param output takes whole lines, as they are ready; somebody may be waiting for them
     * @param failures is told what cannot be scored
     */
    public ScoringRun(
            Scorer scorer,
            boolean explained,
            ResultWriter writer,
            Consumer<byte[]> output,
            Consumer<Failure> failures) {
        this.scorer = scorer;
        this.explained = explained;
        this.writer = writer;
        this.output = output;
        this.failures = failures;
    }

    /** What hands on entries until there are no more. */
    @FunctionalInterface
    public interface Source {
        void forEach(EntrySink sink) throws InterruptedException;
    }

    /**
     * What came of a run.
     *
     * @param misused whether something was asked for that is not there, such as a column
     */
    public record Summary(long scored, long failed, boolean misused) {}

    /** Scores all there is; to be called once. What the output throws ends the run. */
    public Summary run(Source source) throws IOException, InterruptedException, ExecutionException {
        Inbox inbox = new Inbox(explained ? MOST_EXPLAINED : MOST_TOGETHER);
        Thread reader = new Thread(() -> read(source, inbox), "reelsense-reader");
        reader.setDaemon(true); // it may wait for a stream that never ends
        ExecutorService scorers = Executors.newFixedThreadPool(CHUNKS, ScoringRun::daemon);
        reader.start();
        try {
            writeAll(inbox, scorers);
        } finally {
            reader.interrupt();
            scorers.shutdownNow();
        }
        return new Summary(scored, failed, misused);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reelsense-chunk");
        thread.setDaemon(true);
        return thread;
    }

    private static void read(Source source, Inbox inbox) {
        Optional<Throwable> fault = Optional.empty();
        try {
            source.forEach(inbox);
        } catch (Throwable failure) { // the thread that writes throws it
            fault = Optional.of(failure);
        }
        inbox.end(fault);
    }

    private void writeAll(Inbox inbox, ExecutorService scorers)
            throws IOException, InterruptedException, ExecutionException {
        Queue<Future<List<ScoredEntry>>> pending = new ArrayDeque<>();
        while (true) {
            List<Entry> next = List.of();
            if (pending.size() < CHUNKS) {
                next = pending.isEmpty() ? inbox.take() : inbox.takeNow();
            }
            if (!next.isEmpty()) {
                pending.add(scorers.submit(new Chunk(next, scorer)::scored));
            } else if (pending.isEmpty()) {
                return;
            } else {
                write(pending.remove().get());
            }
        }
    }

    private void write(List<ScoredEntry> entries) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ScoredEntry one : entries) {
            if (one.entry() instanceof Failure failure) {
                failed++;
                misused |= failure.usage();
                failures.accept(failure);
            } else if (one.entry() instanceof Header header) {
                writer.header(header.columns(), lines);
            } else if (one.entry() instanceof Review review) {
                writer.write(review, one.prediction().orElseThrow(), lines);
                scored++;
            }
        }
        output.accept(lines.toByteArray());
    }
}

package org.reelsense.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * Shows progress as another does, and keeps what was said and when each task began and ended in a file, such as a run
 * folder's {@code log.txt}. A line is in the file before the call returns; earlier content stays.
 */
final class LogProgress implements Progress, Closeable {

    private final Progress shown;
    private final Path file;
    private final Writer writer;
    private final Supplier<Instant> clock;

    private boolean broken;
    private boolean running;
    private Tally task = new Tally("", 0, "", 0, Duration.ZERO);
    private Instant started = Instant.EPOCH;

    /**
     * Opens the log, creating its folder if need be.
     *
     * @throws DataException if it cannot be written
     */
    LogProgress(Path file, Progress shown, Supplier<Instant> clock) throws DataException {
        this.shown = shown;
        this.file = file;
        this.clock = clock;
        DurableFile.makeFolder(file.toAbsolutePath().getParent());
        try {
            this.writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new DataException("The log " + file + " cannot be written (" + e + "): choose another `--out`", e);
        }
    }

    @Override
    public synchronized void begin(String name, long total, String unit) {
        shown.begin(name, total, unit);
        task = new Tally(name, total, unit, 0, Duration.ZERO);
        started = clock.get();
        running = true;
        log("begin  " + task.starting());
    }

    @Override
    public synchronized void advance(long units) {
        shown.advance(units);
        task = new Tally(task.task(), task.total(), task.unit(), task.done() + units, task.elapsed());
    }

    @Override
    public synchronized void say(String line) {
        shown.say(line);
        log(line);
    }

    @Override
    public synchronized void end() {
        shown.end();
        if (!running) {
            return;
        }
        running = false;
        Duration elapsed = Duration.between(started, clock.get());
        log("end    " + new Tally(task.task(), task.total(), task.unit(), task.done(), elapsed).over());
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }

    /** A log that fails, on a full disk say, must not end hours of training: it says so once and falls silent. */
    private void log(String line) {
        if (broken) {
            return;
        }
        try {
            writer.write(clock.get().truncatedTo(ChronoUnit.SECONDS) + "  " + Aligned.printable(line) + "\n");
            writer.flush();
        } catch (IOException e) {
            broken = true;
            shown.say("The log " + file + " cannot be written any more (" + e.getMessage() + ")");
        }
    }
}

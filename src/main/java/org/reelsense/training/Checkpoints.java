package org.reelsense.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.reelsense.model.ModelFileException;
import org.reelsense.network.Parameters;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * The two newest checkpoints of one training: one under the name given, the one before under the same with
 * {@code .previous}. Whatever happens while one is written, and whatever happens to the newest afterwards, another is there
 * to go on from. Used by one thread of one process at a time.
 */
public final class Checkpoints {

    private final Path newest;
    private final Path previous;
    /** Never put in the place of the one before otherwise: that one may be the last that is whole. */
    private boolean newestIsWhole;

    /** Under this name; nothing is read or written yet. */
    public Checkpoints(Path newest) {
        this.newest = newest;
        previous = newest.resolveSibling(newest.getFileName() + ".previous");
    }

    /** The name of the newest. */
    public Path newest() {
        return newest;
    }

    /** Whether a training left one. */
    public boolean exist() {
        return Files.exists(newest) || Files.exists(previous);
    }

    /** Removes all, once what was trained is safe. */
    public void delete() throws IOException {
        Files.deleteIfExists(newest);
        Files.deleteIfExists(previous);
    }

    /** Makes this the newest. */
    void write(Checkpoint checkpoint) throws IOException {
        if (newestIsWhole && Files.exists(newest)) {
            Files.move(newest, previous, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        newestIsWhole = false;
        CheckpointFile.write(checkpoint, newest);
        newestIsWhole = true;
    }

    /**
     * The newest that is whole, if there is any; says so if that is not the newest.
     *
     * @throws DataException if all are damaged, or one is of another training
     * @throws InterruptedException if the calling thread is interrupted
     */
    Optional<Checkpoint> read(TrainingIdentity identity, Parameters like, Progress progress)
            throws DataException, InterruptedException {
        List<Path> there = Stream.of(newest, previous).filter(Files::exists).toList();
        for (Path file : there) {
            try {
                Checkpoint read = read(file, identity, like);
                newestIsWhole = file.equals(newest);
                return Optional.of(read);
            } catch (ModelFileException | IllegalArgumentException | IllegalStateException e) {
                requireNotInterrupted(e);
                if (file.equals(there.get(there.size() - 1))) {
                    throw damaged(there, e);
                }
                progress.say("warning: the checkpoint " + file + " is damaged; the one before is taken, " + previous
                        + " (" + e.getMessage() + ")");
            }
        }
        return Optional.empty();
    }

    private static Checkpoint read(Path file, TrainingIdentity identity, Parameters like) throws DataException {
        CheckpointFile content = CheckpointFile.read(file);
        String differences = identity.differencesFrom(content.identity());
        if (!differences.isEmpty()) {
            throw new DataException(file + " is the checkpoint of another training (" + differences
                    + "); start it as it was, delete it, or choose another file or folder");
        }
        return content.checkpoint(like);
    }

    /** Reading a file fails of it too. */
    private static void requireNotInterrupted(Exception failure) throws InterruptedException {
        if (Thread.interrupted()) {
            throw (InterruptedException) new InterruptedException().initCause(failure);
        }
    }

    private static DataException damaged(List<Path> files, Exception cause) {
        String which = files.stream()
                .map(Path::toString)
                .reduce((a, b) -> a + " and " + b)
                .orElseThrow();
        return new DataException(
                "the checkpoint " + which + " is damaged; delete it to train from the start (" + cause.getMessage()
                        + ")",
                cause);
    }
}

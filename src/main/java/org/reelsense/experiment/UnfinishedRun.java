package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.reelsense.storage.DataException;

/**
 * What every unfinished run has in {@code checkpoints/}, whatever its kind: {@code run.json}, which says what run it is,
 * beside what its trials keep.
 */
public record UnfinishedRun(RunFolder folder) {

    /** {@code run.json}, there from the first moment of a run until it is finished. */
    public Path identity() {
        return folder.checkpoints().resolve("run.json");
    }

    /**
     * Whether there is one to go on with.
     *
     * @throws IllegalArgumentException if there are trials but no {@code run.json}: nobody can say what they are of; the
     *     first release wrote none
     */
    public boolean isThere() throws IOException {
        if (Files.exists(identity())) {
            return true;
        }
        Optional<Path> trial = files().stream().filter(UnfinishedRun::isOfTrial).findFirst();
        if (trial.isPresent()) {
            throw new IllegalArgumentException("out: " + folder.checkpoints() + " holds "
                    + trial.get().getFileName() + " but no run.json that says of what run it is; delete "
                    + folder.checkpoints() + " to start from the beginning, or choose another folder");
        }
        return false;
    }

    private static boolean isOfTrial(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".safetensors") || name.endsWith(".json");
    }

    /**
     * What kind of run it is: the command that goes on with it.
     *
     * @throws DataException if {@code run.json} is missing or no JSON
     */
    public String kind() throws DataException {
        return ResultsFile.kindOf(identity());
    }

    /**
     * A run is gone on with by the command that began it.
     *
     * @throws IllegalArgumentException if that was another; that {@code run.json} is damaged is for its reader to say
     */
    public void requireKind(String kind) {
        String found;
        try {
            found = kind();
        } catch (DataException damaged) {
            return;
        }
        if (!found.equals(kind)) {
            throw ofSomethingElse("`reelsense " + found + "`");
        }
    }

    /**
     * A run is gone on with as it was begun.
     *
     * @param differences from how it was begun, in words; empty if there are none
     * @throws IllegalArgumentException if there are
     */
    public void requireSame(String differences) {
        if (!differences.isEmpty()) {
            throw ofSomethingElse(differences);
        }
    }

    private IllegalArgumentException ofSomethingElse(String what) {
        return new IllegalArgumentException("out: " + folder.path() + " holds an unfinished run of something else ("
                + what + "); start it as it was, or choose another folder");
    }

    /** Removes {@code run.json} once no trial is left that it is needed for. */
    public void removeIfNoTrialIsLeft() throws IOException {
        if (Set.of(identity(), RunLock.file(folder)).containsAll(files())) {
            Files.deleteIfExists(identity());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.checkpoints())) {
            return files.sorted().toList();
        }
    }
}

package org.reelsense.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reelsense.progress.Progress;

/**
 * Copies a run's folder whenever the run reports something, if a file has changed: what a kill at that moment would leave.
 * Public for the tests of other kinds of run.
 */
public final class Snapshots implements Progress {

    public final Path folder;

    /** The copies, in their order. */
    public final List<Path> taken = new ArrayList<>();

    private final Path into;
    private Map<Path, FileTime> last = Map.of();

    /** @param into where the copies go */
    public Snapshots(Path folder, Path into) {
        this.folder = folder;
        this.into = into;
    }

    @Override
    public void begin(String task, long total, String unit) {
        copy();
    }

    @Override
    public void advance(long units) {}

    @Override
    public void say(String line) {
        copy();
    }

    @Override
    public void end() {
        copy();
    }

    private void copy() {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.toList();
            Map<Path, FileTime> now = new HashMap<>();
            for (Path file : files) {
                now.put(file, Files.getLastModifiedTime(file));
            }
            if (!now.equals(last)) {
                last = now;
                copy(files, into.resolve("moment-" + taken.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(List<Path> files, Path copy) throws IOException {
        for (Path file : files) {
            Files.copy(file, copy.resolve(folder.relativize(file).toString()));
        }
        taken.add(copy);
    }
}

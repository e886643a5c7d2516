package org.reelsense.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.fault.disk.Faults;
import org.reelsense.fault.disk.WatchedPath;

/** Every step of a save is refused by the disk, once or from then on. */
@Tag("fault")
class FailingDiskTest {

    @TempDir
    Path folder;

    private int faults;
    private int damaged;
    private int untyped;
    private int left;
    private int leftForLater;
    private int newInPlace;
    private int unnoticed;

    @Test
    void save_everyStepRefused_oldFileTypedErrorAndNothingLeft() throws IOException {
        for (SavedKind kind : SavedKind.values()) {
            tryAll(kind, Faults::once, false);
            tryAll(kind, Faults::fullFrom, false);
            tryAll(kind, Faults::deadFrom, true);
        }

        new FaultRun(3, "io-errors-save")
                .count("kinds of files", SavedKind.values().length)
                .count("faults", faults)
                .count("old file damaged", damaged)
                .count("not a DataException", untyped)
                .count("not thrown", unnoticed)
                .count("half files left", left)
                .count("half files of dead disks left by the next start", leftForLater)
                .count("new file whole, because a step after the move failed", newInPlace)
                .note("which", "the n-th step, for all n: once; all from then on but deletes; all from then on")
                .write();
        assertThat(faults).isGreaterThan(100);
        assertThat(List.of(damaged, untyped, unnoticed, left, leftForLater)).containsOnly(0);
    }

    private void tryAll(SavedKind kind, IntFunction<Faults> faulty, boolean dead) throws IOException {
        Path place = Files.createDirectories(folder.resolve(kind + "-" + faults));
        kind.write(place, 1);
        byte[] saved = Files.readAllBytes(kind.in(place));
        Faults disk = faulty.apply(1);
        for (int step = 1; disk.met() || step == 1; step++) {
            kind.write(place, 0);
            disk = faulty.apply(step);
            tryOne(kind, place, disk, saved, dead);
        }
    }

    private void tryOne(SavedKind kind, Path place, Faults disk, byte[] saved, boolean dead) throws IOException {
        byte[] old = Files.readAllBytes(kind.in(place));
        Throwable failure = catchThrowable(() -> kind.write(WatchedPath.of(place, disk), 1));
        byte[] now = Files.readAllBytes(kind.in(place));
        if (!disk.met()) {
            assertThat(failure).isNull();
            assertThat(now).isEqualTo(saved);
            return;
        }
        faults++;
        newInPlace += Arrays.equals(now, saved) ? 1 : 0;
        damaged += Arrays.equals(now, old) || Arrays.equals(now, saved) && isBehindTheMove(failure) ? 0 : 1;
        unnoticed += failure == null ? 1 : 0;
        untyped += failure instanceof DataException ? 0 : 1;
        left += dead ? 0 : place.toFile().list().length - 1;
        DurableFile.requireWritable(kind.in(place));
        leftForLater += place.toFile().list().length - 1;
    }

    private static boolean isBehindTheMove(Throwable failure) {
        return failure.getMessage().contains("FORCE_FOLDER")
                || failure.getMessage().contains("CLOSE");
    }
}

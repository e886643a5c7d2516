package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

class RunLockTest {

    @TempDir
    Path path;

    private RunFolder folder;

    @BeforeEach
    void open() {
        folder = new RunFolder(path.resolve("run"));
    }

    @Test
    void take_folderThatIsTaken_isRefusedUntilItIsLetGo() throws IOException {
        try (RunLock held = RunLock.take(folder)) {
            assertThat(held.folder()).isEqualTo(folder);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RunLock.take(new RunFolder(path.resolve("run"))))
                    .withMessage("out: another run is at work in " + folder.path()
                            + "; wait until it is done, or choose another folder");
        }
        RunLock.take(folder).close();
    }

    /** The kernel has let go of it: a file alone is no lock. */
    @Test
    void take_fileOfAProcessThatWasKilled_isTaken() throws IOException {
        Files.createDirectories(folder.checkpoints());
        Files.createFile(RunLock.file(folder));

        RunLock.take(folder).close();

        assertThat(RunLock.file(folder)).exists();
    }

    @Test
    void close_runFinished_leavesNothing() throws IOException {
        RunLock held = RunLock.take(folder);
        Files.writeString(folder.results(), "{}");

        held.close();

        assertThat(folder.path()).isDirectoryNotContaining("glob:**checkpoints");
    }

    @Test
    void close_runFinishedAndTrialsOfOthersLeft_keepsThose() throws IOException {
        RunLock held = RunLock.take(folder);
        Files.writeString(folder.results(), "{}");
        Files.writeString(folder.checkpoint("rnn-2"), "kept");

        held.close();

        assertThat(folder.checkpoints().toFile().list()).containsExactly("rnn-2.safetensors");
    }

    @Test
    void take_folderThatCannotBeMade_saysWhere() throws IOException {
        Files.writeString(folder.path(), "a file");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> RunLock.take(folder))
                .withMessageContaining("cannot write to " + folder.checkpoints());
    }

    @Test
    void experiment_folderWhereAnotherIsAtWork_isRefusedAndNothingWritten() throws Exception {
        try (RunLock held = RunLock.take(folder)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Experiment.run(
                            SampleRun.spec("majority", List.of(1L), SampleRun.SETTINGS, 1),
                            SampleRun.sample(),
                            path.resolve("data"),
                            folder,
                            Progress.SILENT))
                    .withMessageContaining(
                            "another run is at work in " + held.folder().path());
        }
        assertThat(folder.checkpoints().toFile().list()).containsExactly("lock");
    }
}

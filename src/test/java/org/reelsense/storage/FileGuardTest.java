package org.reelsense.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.ChildJava;

class FileGuardTest {

    @TempDir
    Path folder;

    /** A process that tries to take what it is told. */
    static final class Taker {

        public static void main(String[] args) throws IOException {
            System.out.println(FileGuard.take(Path.of(args[0])).isPresent() ? "taken" : "refused");
        }
    }

    /** With POSIX's locks, opening the file again here and closing it would let the other process in. */
    @Test
    void take_heldHere_isRefusedHereAndInAnotherProcess() throws IOException, InterruptedException {
        Path file = folder.resolve("new/lock");
        try (FileGuard held = FileGuard.take(file).orElseThrow()) {
            assertThat(FileGuard.take(file)).isEmpty();
            assertThat(held).isNotNull();
            assertThat(elsewhere(file)).isEqualTo("refused");
        }
        assertThat(elsewhere(file)).isEqualTo("taken");
        assertThat(file).exists();
        FileGuard.take(file).orElseThrow().close();
    }

    @Test
    void take_heldUnderAnotherNameOfTheFolder_isRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        try (FileGuard held = FileGuard.take(folder.resolve("real/lock")).orElseThrow()) {
            assertThat(FileGuard.take(link.resolve("lock"))).isEmpty();
            assertThat(held).isNotNull();
        }
    }

    @Test
    void remove_held_leavesNothingAndCanBeTakenAgain() throws IOException {
        Path file = folder.resolve("lock");
        FileGuard.take(file).orElseThrow().remove();

        assertThat(folder).isEmptyDirectory();
        FileGuard.take(file).orElseThrow().remove();
    }

    /** The second time it is somebody else's. */
    @Test
    void close_again_leavesTheNextHolderAlone() throws IOException {
        Path file = folder.resolve("lock");
        FileGuard first = FileGuard.take(file).orElseThrow();
        first.close();
        try (FileGuard second = FileGuard.take(file).orElseThrow()) {
            first.close();
            first.remove();

            assertThat(second).isNotNull();
            assertThat(file).exists();
            assertThat(FileGuard.take(file)).isEmpty();
        }
    }

    private String elsewhere(Path file) throws IOException, InterruptedException {
        Process child = new ChildJava(List.of("-XX:TieredStopAtLevel=1"), Taker.class)
                .command(folder.resolve("errors"), file.toString())
                .start();
        String said = new String(child.getInputStream().readAllBytes()).strip();
        assertThat(child.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return said;
    }
}

package org.reelsense.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableFileTest {

    @TempDir
    Path folder;

    @Test
    void write_newFileInNewFolders_holdsTheContentAndNothingElse() throws IOException {
        Path file = folder.resolve("runs/1/results.json");

        DurableFile.write(file, text("whole"));

        assertThat(file).hasContent("whole");
        assertThat(namesIn(file.getParent())).containsExactly("results.json");
    }

    @Test
    void write_existingFile_replacesItEvenByNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old and longer than the new");

        DurableFile.write(file, text("new"));
        assertThat(file).hasContent("new");

        DurableFile.write(file, out -> {});
        assertThat(file).isEmptyFile();
    }

    /** The second count is beyond the buffer: some of the content has reached the disk. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000_000})
    void write_contentFailsAfterSomeBytes_keepsTheOldFileAndLeavesNothingBeside(int bytes) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        IOException failure = new IOException("source ran dry");

        assertThatThrownBy(() -> DurableFile.write(file, out -> {
                    out.write(new byte[bytes]);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(file).hasContent("old");
        assertThat(namesIn(folder)).containsExactly("file");
    }

    @Test
    void write_contentThrowsUnchecked_leavesNothingBeside() throws IOException {
        Path file = folder.resolve("file");

        assertThatThrownBy(() -> DurableFile.write(file, out -> {
                    out.write(1);
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void removeHalfFiles_killedInTheMiddle_leavesWhatIsWhole() throws IOException {
        Path[] half = new Path[1];
        DurableFile.write(folder.resolve("model.safetensors"), out -> {
            out.write(1);
            out.flush();
            half[0] = folder.resolve(namesIn(folder).get(0));
            Files.copy(half[0], folder.resolve("copy"));
        });
        Files.move(folder.resolve("copy"), half[0]);
        Files.writeString(folder.resolve(".mine-01234567-89ab-cdef-0123-456789abcdef.tmp"), "whole");
        Files.writeString(folder.resolve("notes-0123456789abcdef.reelsense"), "whole");

        DurableFile.removeHalfFiles(folder);
        DurableFile.removeHalfFiles(folder.resolve("nowhere"));

        assertThat(namesIn(folder))
                .containsExactlyInAnyOrder(
                        "model.safetensors",
                        ".mine-01234567-89ab-cdef-0123-456789abcdef.tmp",
                        "notes-0123456789abcdef.reelsense");
    }

    /** Writers of JSON and of text close what they are given. */
    @Test
    void write_contentClosesTheStream_isWholeAllTheSame() throws IOException {
        Path file = folder.resolve("file");

        DurableFile.write(file, out -> {
            try (out) {
                out.write('a');
            }
            out.write('b');
        });

        assertThat(file).hasContent("ab");
    }

    @Test
    void write_readerInALoop_seesOnlyWholeContents() throws Exception {
        Path file = folder.resolve("file");
        byte[] one = filled(300_000, 'a');
        byte[] two = filled(200_000, 'b');
        DurableFile.write(file, out -> out.write(one));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> reads = pool.submit(readUntil(done, file, one, two));
            for (int i = 0; i < 100; i++) {
                byte[] next = i % 2 == 0 ? two : one;
                DurableFile.write(file, inPieces(next));
            }
            done.set(true);
            assertThat(reads.get()).isPositive();
        } finally {
            done.set(true);
            pool.shutdown();
        }
        assertThat(namesIn(folder)).containsExactly("file");
    }

    /** The temporary file must not bring the narrow permissions of one in /tmp. */
    @Test
    void write_newFile_hasThePermissionsOfAnyOtherNewFile() throws IOException {
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
        Path durable = folder.resolve("durable");

        DurableFile.write(durable, text(""));

        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(durable)).isEqualTo(Files.getPosixFilePermissions(ordinary));
        }
        assertThat(durable).isReadable();
    }

    @Test
    void write_folderIsALinkToAFolder_writesThere() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        DurableFile.write(link.resolve("file"), text("whole"));

        assertThat(real.resolve("file")).hasContent("whole");
    }

    /** Tests may run as root, who may write anywhere: a path below a plain file refuses him too. */
    @ParameterizedTest
    @ValueSource(strings = {"plain/file", "plain/deep/er/file"})
    void write_folderCannotBeMade_saysWhichFolderAndWhatToDo(String name) throws IOException {
        Files.writeString(folder.resolve("plain"), "a file");
        Path file = folder.resolve(name);

        assertThatThrownBy(() -> DurableFile.write(file, text("")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("cannot write to " + file.getParent() + ": ")
                .hasMessageEndingWith("; choose another with --out or --data")
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> DurableFile.requireWritable(file))
                .isInstanceOf(DataException.class)
                .hasMessage("cannot write to " + file.getParent() + ": " + folder.resolve("plain")
                        + " is not a folder; choose another with --out or --data");
    }

    @Test
    void requireWritable_newOrExistingFileInAnyFolder_makesNothing() throws IOException {
        Files.writeString(folder.resolve("file"), "old");

        DurableFile.requireWritable(folder.resolve("file"));
        DurableFile.requireWritable(folder.resolve("runs/1/results.json"));
        DurableFile.requireWritableFolder(folder.resolve("a/b"));

        assertThat(folder.resolve("file")).hasContent("old");
        assertThat(namesIn(folder)).containsExactly("file");
    }

    @Test
    void requireWritable_folderIsALinkToNothing_isRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none"));

        assertThatThrownBy(() -> DurableFile.requireWritableFolder(link))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(link + " is not a folder");
    }

    @Test
    void write_nameTooLongForTheDisk_saysWhichFolder() {
        Path file = folder.resolve("x".repeat(300));

        assertThatThrownBy(() -> DurableFile.write(file, text("")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("cannot write to " + folder + ": ");
    }

    /** Moving over it would replace a device such as /dev/null for the whole machine. */
    @Test
    void write_nameIsAFolderOrADevice_isRefusedAndLeftAlone() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));

        for (Path target : List.of(there, Path.of("/"))) {
            assertThatThrownBy(() -> DurableFile.write(target, text("")))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("cannot write " + target + ": ")
                    .hasMessageContaining("not an ordinary file");
            assertThatThrownBy(() -> DurableFile.requireWritable(target))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("not an ordinary file");
        }

        assertThat(there).isEmptyDirectory();
        assertThat(namesIn(folder)).containsExactly("there");
    }

    private static DurableFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static DurableFile.Content inPieces(byte[] content) {
        return (OutputStream out) -> {
            for (int start = 0; start < content.length; start += 10_000) {
                out.write(content, start, 10_000);
                out.flush();
            }
        };
    }

    private static byte[] filled(int length, char letter) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }

    private static Callable<Integer> readUntil(AtomicBoolean done, Path file, byte[]... allowed) {
        return () -> {
            int reads = 0;
            do {
                byte[] seen = Files.readAllBytes(file);
                assertThat(Arrays.stream(allowed).anyMatch(whole -> Arrays.equals(whole, seen)))
                        .as("%d bytes are a whole content", seen.length)
                        .isTrue();
                reads++;
            } while (!done.get());
            return reads;
        };
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}

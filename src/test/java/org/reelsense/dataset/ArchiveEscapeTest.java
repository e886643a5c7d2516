package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** Fault test 7: nothing that an archive or a folder of reviews holds leads out of it. The full run is the quick one. */
@Tag("fault")
class ArchiveEscapeTest {

    private static final int FEWEST = 24;

    @TempDir
    Path root;

    private Path outside = Path.of("");
    private final List<String> unrefused = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> leftBehind = new ArrayList<>();

    @BeforeEach
    void surroundings() throws IOException {
        outside = root.resolve("outside");
        TestData.write(outside.resolve("secret.txt"), TestData.bytes("secret"));
        TestData.write(root.resolve("out-evil/kept.txt"), TestData.bytes("kept"));
    }

    @Test
    void open_hostileArchive_isRefusedAndTouchesNothing() throws IOException {
        Map<String, byte[]> variants = HostileArchives.all(outside);
        TreeSet<String> workFolder = workFolder();
        for (Map.Entry<String, byte[]> variant : variants.entrySet()) {
            tryArchive(variant.getKey(), archive(variant.getValue()));
        }
        assertThat(workFolder()).isEqualTo(workFolder);
        record("archive-escape", variants.size());
    }

    @Test
    void open_hostileFolder_isRefusedAndReadsNothingElse() throws IOException {
        Map<String, Hostility> variants = folders();
        for (Map.Entry<String, Hostility> variant : variants.entrySet()) {
            Path folder = root.resolve("folder");
            TestData.unpack(folder, TestData.files());
            variant.getValue().in(folder);
            tryOpen(variant.getKey(), DatasetSource.folder("mine", folder), "folder");
            delete(folder);
        }
        record("folder-escape", variants.size());
    }

    @Test
    void open_linksWithinAFolder_areFollowed() throws IOException {
        Path folder = root.resolve("folder");
        TestData.unpack(folder, TestData.files());
        Files.move(folder.resolve("train/pos"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("train/pos"), Path.of("../elsewhere"));
        Files.createSymbolicLink(folder.resolve("elsewhere/a..b.txt"), Path.of("../README"));
        Path linked = Files.createSymbolicLink(root.resolve("linked"), folder);

        Corpus corpus = Datasets.open(DatasetSource.folder("mine", linked), root.resolve("out"), Progress.SILENT);

        assertThat(corpus.train().size() + corpus.dev().size()).isEqualTo(2 * TestData.TRAIN + 1);
    }

    @Test
    void open_nameOverriddenByAnAbsoluteOne_isReadAsTheNameWithoutItsSlash() throws IOException {
        Path archive = TestData.write(
                root.resolve("a.tar.gz"),
                archive(RawTar.join(
                        RawTar.entry("pax", 'x', "", RawTar.line("path", "/aclImdb/train/pos/900_9.txt")),
                        RawTar.file("aclImdb/any", TestData.bytes("text")))));

        Corpus corpus = Datasets.open(new DatasetSource.ArchiveFile(archive), root.resolve("out"), Progress.SILENT);

        assertThat(corpus.train().size() + corpus.dev().size()).isEqualTo(2 * TestData.TRAIN + 1);
    }

    private interface Hostility {
        void in(Path folder) throws IOException;
    }

    private Map<String, Hostility> folders() {
        Map<String, Hostility> all = new LinkedHashMap<>();
        all.put("review is a link out", f -> link(f, "train/pos/900_9.txt", outside.resolve("secret.txt")));
        all.put(
                "review is a climbing link",
                f -> link(f, "train/pos/900_9.txt", Path.of("../../../outside/secret.txt")));
        all.put("review is a link to a link out", f -> {
            link(f, "train/inner", outside.resolve("secret.txt"));
            link(f, "train/pos/900_9.txt", Path.of("../inner"));
        });
        all.put("review is a link to nothing", f -> link(f, "train/pos/900_9.txt", Path.of("none")));
        all.put("review is a link to itself", f -> link(f, "train/pos/900_9.txt", Path.of("900_9.txt")));
        all.put("review is a link to a device", f -> link(f, "train/pos/900_9.txt", Path.of("/dev/zero")));
        all.put("review is a pipe", f -> pipe(f.resolve("train/pos/900_9.txt")));
        all.put("review is a folder", f -> Files.createDirectory(f.resolve("train/pos/900_9.txt")));
        all.put("list is a link out", f -> {
            Files.delete(f.resolve("train/urls_pos.txt"));
            link(f, "train/urls_pos.txt", outside.resolve("secret.txt"));
        });
        all.put("section is a link out", f -> moveOut(f, "train/pos"));
        all.put("split is a link out", f -> moveOut(f, "train"));
        all.put("section is a link to a sibling with the same start", f -> {
            Files.move(f.resolve("train/unsup"), root.resolve("folder-evil"));
            link(f, "train/unsup", Path.of("../../folder-evil"));
        });
        return all;
    }

    private void moveOut(Path folder, String place) throws IOException {
        Path moved = outside.resolve(place.replace('/', '-'));
        Files.move(folder.resolve(place), moved);
        link(folder, place, moved);
    }

    private static void link(Path folder, String name, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), target);
    }

    private static void pipe(Path path) throws IOException {
        try {
            assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                    .isZero();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] archive(byte[] hostile) {
        return TestData.gzip(RawTar.join(hostile, TestData.tar(TestData.files())));
    }

    private void tryArchive(String what, byte[] archive) throws IOException {
        Path file = TestData.write(root.resolve("hostile.tar.gz"), archive);
        tryOpen(what, new DatasetSource.ArchiveFile(file), "hostile.tar.gz");
        Files.delete(file);
    }

    /** Nothing may change but the data folder, where only the index of checksums may be. */
    private void tryOpen(String what, DatasetSource source, String name) throws IOException {
        FolderState before = FolderState.of(root).without("out");
        try {
            Datasets.open(source, root.resolve("out"), Progress.SILENT);
            unrefused.add(what);
        } catch (DataException e) {
            assertThat(e).as(what).hasMessageContaining(name).hasMessageMatching("\\P{Cntrl}*");
            assertThat(e.getMessage().length()).as(what).isLessThan(600);
        }
        if (!FolderState.of(root).without("out").equals(before)) {
            changed.add(what);
        }
        if (Files.exists(root.resolve("out"))) {
            FolderState.of(root.resolve("out")).contents().keySet().stream()
                    .filter(left -> !left.isEmpty() && !left.equals("archives.index"))
                    .forEach(left -> leftBehind.add(what + ": " + left));
        }
    }

    private void record(String name, int variants) throws IOException {
        new FaultRun(7, name)
                .count("variants", variants)
                .count("not refused by a typed error", unrefused.size())
                .count("changes outside the data folder", changed.size())
                .count("half-made files left", leftBehind.size())
                .note("how", "read from the archive, never unpacked; a hash of the surrounding tree before and after")
                .write();
        assertThat(unrefused).isEmpty();
        assertThat(changed).isEmpty();
        assertThat(leftBehind).isEmpty();
        assertThat(name.startsWith("folder") || variants >= FEWEST).isTrue();
    }

    private static TreeSet<String> workFolder() {
        String[] names = Path.of("").toAbsolutePath().toFile().list();
        return new TreeSet<>(List.of(names));
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

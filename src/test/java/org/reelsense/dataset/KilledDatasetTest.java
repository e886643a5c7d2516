package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.progress.Progress;

/**
 * Fault test 10: processes of the real program that bring, read and keep a small archive, killed, interrupted or two at a
 * time. Nothing is unpacked: what may be half-made is the download, the index of checksums and the cache.
 */
@Tag("fault")
class KilledDatasetTest {

    private static final int TRIES = FaultRun.tries(2, 100);

    /** The download takes a good part of a process's life: 25 pieces with a pause before each. */
    private static final int PIECES = 25;

    private static final int PAUSE_MILLIS = 12;

    @TempDir
    Path folder;

    private final List<String> lost = new ArrayList<>();
    private final Map<String, Integer> killedWhile = new TreeMap<>();
    private byte[] archive = {};
    private ScriptedServer server;
    private Corpus expected;
    private long fetchedAgain;
    /** From the first file that a process makes to the cache. */
    private long millis;

    /** Also runs the program once to its end, to know how long that takes. */
    @BeforeEach
    void server() throws IOException, InterruptedException {
        archive = TestData.archive(files());
        server = new ScriptedServer(ScriptedServer.inPieces(archive, archive.length / PIECES + 1, PAUSE_MILLIS));
        Path file = TestData.write(folder.resolve("a.tar.gz"), archive);
        expected = Datasets.open(new DatasetSource.ArchiveFile(file), folder.resolve("given"), Progress.SILENT);
        Path data = folder.resolve("first");
        Process process = start(data, "first");
        awaitFile(data);
        long start = System.nanoTime();
        awaitFile(CacheFormat.file(data, expected.sha256()));
        millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(waitFor(process)).isZero();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void open_afterKill_goesOnByItself() throws IOException, InterruptedException {
        interrupt("killed", "KILL", 137);
    }

    @Test
    void open_afterInterrupt_goesOnByItself() throws IOException, InterruptedException {
        interrupt("interrupted", "INT", 130);
    }

    private void interrupt(String name, String signal, int code) throws IOException, InterruptedException {
        Random random = new Random(code);
        int reached = 0;
        // A process that ends before its moment has come is no try.
        for (int run = 0; reached < TRIES && run < 3 * TRIES; run++) {
            Path data = folder.resolve(name + run);
            Process process = start(data, name + run);
            awaitMoment(data, random);
            send(signal, process);
            int ended = waitFor(process);
            reached += ended == code ? 1 : 0;
            if (ended != code && ended != 0) {
                lost.add(name + run + ": ended with " + ended);
            }
            killedWhile.merge(ended == 0 ? "not: it had ended" : phase(data), 1, Integer::sum);
            requireWhole(data, name + run);
            goOn(data, name + run);
        }
        record(name, reached);
        assertThat(reached).isEqualTo(TRIES);
    }

    @Test
    void open_twoAtOnce_bringOneCopy() throws IOException, InterruptedException {
        Random random = new Random(2);
        int killed = 0;
        for (int run = 0; run < TRIES; run++) {
            Path data = folder.resolve("two" + run);
            long sent = server.sent();
            Process one = start(data, "one" + run);
            Process other = start(data, "other" + run);
            if (run % 2 == 1) { // the lock must outlive the one that held it by nothing
                awaitMoment(data, random);
                send("KILL", one);
                killed += waitFor(one) == 137 ? 1 : 0;
            } else if (waitFor(one) != 0) {
                lost.add("one" + run + " failed: " + said("one" + run));
            }
            if (waitFor(other) != 0) {
                lost.add("other" + run + " failed: " + said("other" + run));
            }
            if (run % 2 == 0 && server.sent() - sent != archive.length) {
                lost.add("two" + run + ": brought " + (server.sent() - sent) + " bytes");
            }
            goOn(data, "two" + run);
        }
        record("two at once", killed);
    }

    /** Some time between the first file made and a little after the last; what comes before touches no file. */
    private void awaitMoment(Path data, Random random) throws IOException, InterruptedException {
        awaitFile(data);
        Thread.sleep(random.nextInt((int) (millis * 9 / 10)));
    }

    private static void awaitFile(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!Files.exists(file)) {
            if (System.nanoTime() > end) {
                throw new IOException(file + " never came to be");
            }
            Thread.sleep(1);
        }
    }

    /** Whatever has its final name is whole: the archive, and a cache that the reader takes. */
    private void requireWhole(Path data, String what) throws IOException {
        TestData.Listener listener = new TestData.Listener();
        new ReviewCache(data).load(expected.sha256(), listener);
        if (!listener.lines.isEmpty()) {
            lost.add(what + ": " + listener.lines);
        }
        Path file = new ArchiveStore(data, DownloadPolicy.DEFAULT).place(source());
        if (Files.exists(file) && Files.mismatch(file, folder.resolve("a.tar.gz")) >= 0) {
            lost.add(what + ": half an archive has the final name");
        }
    }

    /** The next run needs nobody's help and leaves what an undisturbed one leaves. */
    private void goOn(Path data, String what) throws IOException {
        long lacking = archive.length - here(data);
        long sent = server.sent();
        Corpus corpus = Datasets.open(source(), data, Progress.SILENT);
        fetchedAgain += server.sent() - sent - lacking;
        if (!corpus.equals(expected)) {
            lost.add(what + ": other reviews");
        }
        TreeSet<String> left = names(data);
        if (!left.equals(names(folder.resolve("first")))) {
            lost.add(what + ": left " + left);
        }
    }

    /** Bytes of the archive that need not be fetched. */
    private static long here(Path data) throws IOException {
        for (String name : names(data)) {
            if (name.endsWith(".gz") || name.endsWith(".gz.part")) {
                return Files.size(data.resolve(name));
            }
        }
        return 0;
    }

    private static String phase(Path data) {
        TreeSet<String> names = names(data);
        if (names.stream().anyMatch(name -> name.startsWith("."))) {
            return "writing a file";
        }
        if (names.stream().anyMatch(name -> name.endsWith(".part"))) {
            return "downloading";
        }
        if (names.stream().anyMatch(name -> name.endsWith(".cache"))) {
            return "ending";
        }
        return names.stream().anyMatch(name -> name.endsWith(".gz")) ? "reading" : "starting";
    }

    private static TreeSet<String> names(Path data) {
        String[] names = data.toFile().list();
        return new TreeSet<>(names == null ? List.of() : List.of(names));
    }

    private void record(String name, int struck) throws IOException {
        FaultRun result = new FaultRun(10, name.replace(' ', '-'))
                .count("tries", TRIES)
                .count("processes struck before their end", struck)
                .count("lost", lost.size())
                .count("archive, bytes", archive.length)
                .count("bytes that were here and were fetched again, over all runs", fetchedAgain);
        killedWhile.forEach((phase, count) -> result.count("struck while " + phase, count));
        result.note("not unpacked", "reviews are read from the archive; the marker of a whole cache is its checksums")
                .write();
        assertThat(lost).isEmpty();
        assertThat(fetchedAgain * 20).isLessThanOrEqualTo((long) TRIES * archive.length);
    }

    private DatasetSource source() {
        return DatasetSource.imdbFrom(server.address().toString());
    }

    /** Some hundred kilobytes of noise in letters, so that they do not shrink. */
    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = TestData.files();
        Random random = new Random(10);
        files.replaceAll((path, text) -> path.startsWith("train/unsup/")
                ? random.ints(20_000, 'a', 'z')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : text);
        return files;
    }

    /** A shell that was started in the background has its children ignore SIGINT, so that is put right first. */
    private Process start(Path data, String name) throws IOException {
        return new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.reelsense.cli.Main",
                        "dataset",
                        "stats",
                        "--archive",
                        server.address().toString(),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(file(name))
                .start();
    }

    private File file(String name) {
        return folder.resolve(name + ".txt").toFile();
    }

    private String said(String name) throws IOException {
        return Files.readString(file(name).toPath());
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static int waitFor(Process process) throws InterruptedException {
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ended by itself").isTrue();
        return process.exitValue();
    }
}

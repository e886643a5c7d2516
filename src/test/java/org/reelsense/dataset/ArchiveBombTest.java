package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** Fault test 8: a small file that asks for much memory, time or disk gets none of them. */
@Tag("fault")
class ArchiveBombTest {

    /** What is left of a refused archive: a line of the index of checksums. */
    private static final long MOST_LEFT = 32 * 1024;

    @TempDir
    Path folder;

    private record Line(String name, String how, long millis, String outcome) {

        static Line of(String text) {
            String[] parts = text.split("\t", 4);
            return new Line(parts[0], parts[1], Long.parseLong(parts[2]), parts[3]);
        }
    }

    @Test
    void open_bombsWithLittleMemory_areRefused() throws IOException, InterruptedException {
        Bombs.write(folder.resolve("bombs"));
        List<Line> lines = inAChild();

        List<Line> read = lines.stream().filter(line -> line.how.equals("read")).toList();
        long left = FolderState.of(folder.resolve("data")).bytes();
        new FaultRun(8, "archive-bombs")
                .count("bombs", read.size())
                .count("refused by a typed error", count(read, "refused"))
                .count("errors of another kind, reading", count(read, "broken") + count(read, "accepted"))
                .count("errors of another kind, looking at a download", count(lines, "broken"))
                .count("heap of the process, MB", 64)
                .count(
                        "longest, milliseconds",
                        lines.stream().mapToLong(Line::millis).max().orElse(0))
                .count("bytes left on disk", left)
                .count("limit of bytes", ArchiveLimits.DEFAULT.totalBytes())
                .count("limit of the ratio", ArchiveLimits.DEFAULT.ratio())
                .measure("ratio of the real archive", 3.78)
                .measure("ratio of its most compressible 64 KiB", 44.8)
                .write();
        assertThat(read).hasSizeGreaterThan(30).allMatch(line -> line.outcome.startsWith("refused"));
        assertThat(lines).noneMatch(line -> line.outcome.startsWith("broken"));
        assertThat(left).isLessThan(MOST_LEFT);
    }

    @Test
    void run_downloadWithoutEnd_isCutAtTheCap() throws IOException {
        DownloadPolicy policy = FaultRun.full() ? DownloadPolicy.DEFAULT : smallCap();
        Path target = folder.resolve("data/a.tar.gz");
        AtomicLong sent = new AtomicLong();
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            exchange.sendResponseHeaders(200, 0); // chunked: no length is told
            byte[] chunk = new byte[1 << 16];
            chunk[0] = 0x1f;
            chunk[1] = (byte) 0x8b;
            try (OutputStream out = exchange.getResponseBody()) {
                while (sent.addAndGet(chunk.length) < 10L << 30) {
                    out.write(chunk);
                }
            }
        })) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> new Download(server.address(), target, part -> {}, policy).run(Progress.SILENT))
                    .withMessageContaining("more than " + policy.largestBytes() + " bytes");
        }
        long left = FolderState.of(folder.resolve("data")).bytes();
        new FaultRun(8, "download-without-end")
                .count("cap, bytes", policy.largestBytes())
                .count("bytes sent", sent.get())
                .count("bytes left on disk", left)
                .write();
        assertThat(left).isZero();
        assertThat(sent.get())
                .isLessThan(2 * policy.largestBytes() + (64 << 20)); // what the sockets buffer, generously
    }

    private static DownloadPolicy smallCap() {
        DownloadPolicy policy = DownloadPolicy.DEFAULT;
        return new DownloadPolicy(
                1, policy.firstPause(), policy.longestPause(), policy.patience(), policy.slowest(), 5, 16 << 20);
    }

    private static long count(List<Line> lines, String outcome) {
        return lines.stream().filter(line -> line.outcome.startsWith(outcome)).count();
    }

    private List<Line> inAChild() throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BombReader.class.getName(),
                        folder.resolve("bombs").toString(),
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = child.waitFor(10, TimeUnit.MINUTES);
        child.destroyForcibly();
        assertThat(ended).as("ended by itself").isTrue();
        return Arrays.stream(Files.readString(out).split("\n")).map(Line::of).toList();
    }
}

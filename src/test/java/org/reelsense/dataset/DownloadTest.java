package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.storage.DataException;

class DownloadTest {

    private static final DownloadPolicy POLICY =
            new DownloadPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(500), 100, 5, 1 << 20);

    @TempDir
    Path folder;

    private final TestData.Listener listener = new TestData.Listener();
    private byte[] file = {};
    private Path target = Path.of("");

    @BeforeEach
    void file() {
        file = new byte[100_000];
        new Random(1).nextBytes(file);
        file[0] = 0x1f;
        file[1] = (byte) 0x8b;
        target = folder.resolve("data/a.tar.gz");
    }

    @Test
    void run_goodServer_givesTheFileAndLeavesNothingElse() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(file))) {
            run(server);
            assertComplete();
            assertThat(listener.units).isEqualTo(file.length);
            run(server);
            assertThat(server.ranges).containsExactly("-");
        }
    }

    @Test
    void run_unknownLength_givesTheFile() throws IOException {
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            exchange.sendResponseHeaders(200, 0); // chunked
            exchange.getResponseBody().write(file);
            exchange.getResponseBody().close();
        })) {
            run(server);
            assertComplete();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 25_000, 50_000, 99_999})
    void run_cutBody_goesOnWhereItStopped(int length) throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.cutAfter(file, length), ScriptedServer.honest(file, ScriptedServer.TAG))) {
            run(server);
            assertComplete();
            assertThat(server.ranges).containsExactly("-", "bytes=" + length + "-");
        }
    }

    @Test
    void run_stalledBody_isNoticedAndGoesOn() throws IOException {
        try (ScriptedServer server = new ScriptedServer(exchange -> exchange.sendResponseHeaders(503, -1))) {
            server.add(server.stallAfter(file, 40_000));
            server.add(ScriptedServer.honest(file, ScriptedServer.TAG));
            run(server);
            assertComplete();
            assertThat(server.ranges).containsExactly("-", "-", "bytes=40000-");
            assertThat(listener.lines).anyMatch(line -> line.contains("no byte came for 0.5 s"));
        }
    }

    @Test
    void run_laterProcess_goesOnWhereTheFirstGaveUp() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.cutAfter(file, 30_000),
                ScriptedServer.status(503, "Retry-After", "0"),
                ScriptedServer.status(503, "Retry-After", "0"),
                ScriptedServer.honest(file, ScriptedServer.TAG))) {
            assertRefused(server, "the server answered 503");
            assertThat(folder.resolve("data/a.tar.gz.part")).hasSize(30_000);
            run(server);
            assertComplete();
            assertThat(server.ranges).endsWith("bytes=30000-");
        }
    }

    @Test
    void run_partFromAnotherAddress_isNotGoneOnWith() throws IOException {
        try (ScriptedServer first = new ScriptedServer(
                        ScriptedServer.cutAfter(file, 30_000), ScriptedServer.status(404, "X", "y"));
                ScriptedServer second = new ScriptedServer(ScriptedServer.honest(file, ScriptedServer.TAG))) {
            assertRefused(first, "answered 404");
            run(second);
            assertComplete();
            assertThat(second.ranges).containsExactly("-");
        }
    }

    @Test
    void run_rangeIgnored_startsAfresh() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(ScriptedServer.cutAfter(file, 30_000), ScriptedServer.whole(file))) {
            run(server);
            assertComplete();
        }
    }

    @Test
    void run_fileChangedMeanwhile_startsAfresh() throws IOException {
        byte[] old = file.clone();
        Arrays.fill(old, 10, old.length, (byte) 7);
        try (ScriptedServer server =
                new ScriptedServer(ScriptedServer.cutAfter(old, 30_000), ScriptedServer.honest(file, "\"v2\""))) {
            run(server);
            assertComplete();
        }
    }

    @Test
    void run_ifRangeIgnoredAndFileChanged_isNoticedAndStartsAfresh() throws IOException {
        byte[] old = file.clone();
        Arrays.fill(old, 10, old.length, (byte) 7);
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.cutAfter(old, 30_000),
                ScriptedServer.part(206, ScriptedServer.TAG, "bytes 30000-99999/100000", file, 30_000, 100_000),
                ScriptedServer.whole(file))) {
            run(server);
            assertComplete();
            assertThat(server.ranges).containsExactly("-", "bytes=30000-", "-");
        }
    }

    @Test
    void run_partialReplyAtAWrongPlace_startsAfresh() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.cutAfter(file, 30_000),
                ScriptedServer.part(206, ScriptedServer.TAG, "bytes 29000-99999/100000", file, 29_000, 100_000),
                ScriptedServer.whole(file))) {
            run(server);
            assertComplete();
            assertThat(listener.lines).anyMatch(line -> line.contains("does not go on at byte 30000"));
        }
    }

    @Test
    void run_partialReplyThatEndsEarly_goesOn() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.cutAfter(file, 30_000),
                ScriptedServer.part(206, ScriptedServer.TAG, "bytes 30000-59999/100000", file, 30_000, 60_000),
                ScriptedServer.honest(file, ScriptedServer.TAG))) {
            run(server);
            assertComplete();
            assertThat(server.ranges).endsWith("bytes=60000-");
        }
    }

    @Test
    void run_rangeRefused_startsAfresh() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.cutAfter(file, 30_000),
                ScriptedServer.status(416, "Content-Range", "bytes */100000"),
                ScriptedServer.whole(file))) {
            run(server);
            assertComplete();
        }
    }

    @Test
    void run_weakTagOnly_isNotTrustedForGoingOn() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", "W/\"v1\"");
                    exchange.sendResponseHeaders(200, file.length);
                    exchange.getResponseBody().write(file, 0, 10);
                },
                ScriptedServer.whole(file))) {
            run(server);
            assertComplete();
            assertThat(server.ranges).containsExactly("-", "-");
        }
    }

    @Test
    void run_partThatLacksNothing_isNotFetchedAgain() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(ScriptedServer.cutAfter(file, 99_999), ScriptedServer.status(404, "X", "y"))) {
            assertRefused(server, "answered 404");
            server.replaceAll(ScriptedServer.status(416, "Content-Range", "bytes */100000"));
            Files.write(target.resolveSibling("a.tar.gz.part"), file);
            run(server);
            assertComplete();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void run_busyServer_isAskedAgain(int status) throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(ScriptedServer.status(status, "Retry-After", "0"), ScriptedServer.whole(file))) {
            run(server);
            assertComplete();
        }
    }

    @Test
    void run_alwaysBusyServer_isGivenUp() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.status(503, "Retry-After", "0"))) {
            assertRefused(server, "Cannot download " + server.address());
            assertThat(server.ranges).hasSize(3);
        }
    }

    @Test
    void run_missingPage_isNamedAtOnce() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.status(404, "X", "y"))) {
            assertRefused(server, "answered 404");
            assertThat(server.ranges).hasSize(1);
        }
    }

    @Test
    void run_webPage_isNamed() throws IOException {
        byte[] page = TestData.bytes("<html>Please log in</html>");
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "Text/HTML; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        })) {
            assertRefused(server, "a web page, not an archive");
        }
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(page))) {
            assertRefused(server, "a web page, not a .tar.gz archive");
        }
    }

    @Test
    void run_wrongContent_isRefusedAndNotKept() throws IOException {
        byte[] other = file.clone();
        other[5000]++;
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(other))) {
            assertRefused(server, "not what was wanted");
            assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.part");
        }
    }

    @Test
    void run_redirects_areFollowedUpToFive() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.status(301, "Location", "/b"),
                ScriptedServer.status(302, "Location", "c"),
                ScriptedServer.status(303, "Location", "/d"),
                ScriptedServer.status(307, "Location", "/e"),
                ScriptedServer.status(308, "Location", "/f"),
                ScriptedServer.whole(file))) {
            run(server);
            assertComplete();
        }
    }

    @Test
    void run_redirectLoop_isNamed() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.status(302, "Location", "/a.tar.gz"))) {
            assertRefused(server, "redirects more than 5 times");
            assertThat(server.ranges).hasSize(6);
        }
    }

    @Test
    void run_tooLargeFile_isRefused() throws IOException {
        byte[] large = Arrays.copyOf(file, (1 << 20) + 1);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(large))) {
            assertRefused(server, "more than 1048576 bytes");
        }
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(large);
            exchange.getResponseBody().close();
        })) {
            assertRefused(server, "more than 1048576 bytes");
        }
    }

    @Test
    void run_noServer_isNamedWithTheRemedy() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI address = URI.create("http://127.0.0.1:" + port + "/a.tar.gz");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> download(address).run(listener))
                .withMessageContaining(address.toString())
                .withMessageContaining("--archive FILE");
        assertThat(listener.lines).isEmpty();
    }

    @Test
    void run_anotherDownloadUnderWay_isNotDisturbed() throws IOException {
        Files.createDirectories(target.getParent());
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(file));
                FileChannel channel = FileChannel.open(
                        folder.resolve("data/download.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            assertRefused(server, "is under way");
            assertThat(server.ranges).isEmpty();
        }
    }

    @Test
    void run_manyRandomCuts_neverShowAnythingButTheWholeFile() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 40; i++) {
            target = folder.resolve("data/" + i + ".tar.gz");
            int cut = random.nextInt(file.length);
            try (ScriptedServer server = new ScriptedServer(ScriptedServer.cutAfter(file, cut), exchange -> {
                assertThat(target).doesNotExist();
                ScriptedServer.honest(file, ScriptedServer.TAG).handle(exchange);
            })) {
                run(server);
                assertThat(target).hasBinaryContent(file);
            }
        }
    }

    @Test
    void run_interruptedThread_saysSoAndStaysInterrupted() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(file))) {
            Thread.currentThread().interrupt();
            try {
                assertRefused(server, "was interrupted");
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Test
    void pauseAfter_attempts_doublesUpToTheLongestAndHeedsTheServer() {
        DownloadPolicy policy = DownloadPolicy.DEFAULT;
        assertThat(policy.pauseAfter(1, Duration.ZERO)).hasSeconds(1);
        assertThat(policy.pauseAfter(4, Duration.ZERO)).hasSeconds(8);
        assertThat(policy.pauseAfter(1, Duration.ofSeconds(7))).hasSeconds(7);
        assertThat(policy.pauseAfter(1, Duration.ofDays(7))).hasSeconds(60);
        assertThat(policy.pauseAfter(Integer.MAX_VALUE, Duration.ZERO)).hasSeconds(60);
    }

    private Download download(URI address) {
        return new Download(
                address,
                target,
                part -> {
                    if (!Arrays.equals(Files.readAllBytes(part), file)) {
                        throw new DataException("not what was wanted");
                    }
                },
                POLICY);
    }

    private void run(ScriptedServer server) throws DataException {
        download(server.address()).run(listener);
    }

    private void assertComplete() {
        assertThat(target).hasBinaryContent(file);
        assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.part");
    }

    private void assertRefused(ScriptedServer server, String reason) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(server))
                .withMessageContaining(reason);
        assertThat(target).doesNotExist();
    }
}

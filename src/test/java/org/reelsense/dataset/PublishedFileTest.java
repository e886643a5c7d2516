package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

/** What it has beside {@link DownloadTest}: no gzip, its own limits and its own remedy. */
class PublishedFileTest {

    private static final DownloadPolicy POLICY =
            new DownloadPolicy(2, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(5), 0, 5, 1 << 20);

    private static final byte[] CONTENT = "1,2,3\n4,5,6\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void bring_goodServer_givesTheFileOnce() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(CONTENT))) {
            Path data = folder.resolve("data");
            Path file = bring(server.address());
            bring(server.address());

            assertThat(file).isEqualTo(data.resolve("series.csv")).hasBinaryContent(CONTENT);
            assertThat(server.ranges).containsExactly("-");
            assertThat(data).isDirectoryNotContaining("glob:**.part");
        }
    }

    @Test
    void bring_otherContent_isRefusedAndNotKept() throws IOException {
        byte[] other = CONTENT.clone();
        other[0] = '9';
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(other))) {
            assertRefused(server.address(), "The SHA-256 of " + server.address());
        }
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(new byte[CONTENT.length - 1]))) {
            assertRefused(server.address(), "The size of " + server.address());
        }
    }

    @Test
    void bring_moreThanIsKnown_isNotTaken() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(new byte[CONTENT.length + 1]))) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> bring(server.address()))
                    .withMessageContaining("more than " + CONTENT.length + " bytes");
        }
    }

    @Test
    void bring_missingOrWebPage_namesTheAddressAndTheRemedy() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.status(404, "X", "y"))) {
            assertRefused(server.address(), "answered 404 for " + server.address());
        }
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
        })) {
            assertRefused(server.address(), "a web page, not a file");
        }
    }

    @Test
    void bring_noNetwork_namesTheAddressAndTheRemedy() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI address = URI.create("http://127.0.0.1:" + port + "/series.csv");

        assertRefused(address, "Cannot download " + address);
    }

    @Test
    void bring_damagedKeptFile_isRefused() throws IOException {
        Path kept = folder.resolve("data/series.csv");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "1,2,3\n4,5,7\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> bring(URI.create("http://127.0.0.1:1/series.csv")))
                .withMessageContaining("The SHA-256 of " + kept)
                .withMessageContaining("--series FILE");
        assertThat(kept).exists();
    }

    private void assertRefused(URI address, String reason) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> bring(address))
                .withMessageContaining(reason)
                .withMessageContaining("--series FILE");
        assertThat(folder.resolve("data/series.csv")).doesNotExist();
    }

    private Path bring(URI address) throws DataException {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        digest.update(CONTENT);
        PublishedFile wanted = new PublishedFile(
                "the authors' file", address, "series.csv", CONTENT.length, Checksum.hex(digest), "--series FILE");
        return wanted.bring(folder.resolve("data"), POLICY, new TestData.Listener());
    }
}

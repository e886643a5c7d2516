package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.storage.DataException;

/** Fault test 9: whatever a server does, the file's final name holds nothing or the whole. */
@Tag("fault")
class DownloadFaultTest {

    private static final int RUNS = FaultRun.tries(40, 200);

    private static final DownloadPolicy POLICY =
            new DownloadPolicy(5, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(300), 100, 5, 1 << 19);

    @TempDir
    Path folder;

    private final List<String> lost = new ArrayList<>();
    private long looks;
    private long partsLeft;
    private long resumed;
    private long fetchedAgain;
    private long early;

    @Test
    void run_anyFault_leavesNothingOrTheWhole() throws IOException {
        int faults = 0;
        for (int run = 0; run < RUNS; run++) {
            Random random = new Random(run);
            byte[] file = file(random);
            List<DownloadFaults.Fault> all = DownloadFaults.of(file, random);
            faults = all.size();
            tryFault(run, all.get(run % all.size()), file);
        }
        new FaultRun(9, "download-faults")
                .count("runs", RUNS)
                .count("kinds of fault", faults)
                .count("runs lost", lost.size())
                .count("looks at the final name", looks)
                .count("judged after it had its final name", early)
                .count("half-made files left after success", partsLeft)
                .count("bytes of files that were cut", resumed)
                .count("of them fetched again", fetchedAgain)
                .count(
                        "patience by default, milliseconds",
                        DownloadPolicy.DEFAULT.patience().toMillis())
                .count("redirects by default", DownloadPolicy.DEFAULT.redirects())
                .write();
        assertThat(lost).isEmpty();
        assertThat(early).isZero();
        assertThat(partsLeft).isZero();
        assertThat(fetchedAgain * 20).isLessThanOrEqualTo(resumed);
        assertThat(RUNS).isGreaterThanOrEqualTo(faults);
        assertThat(DownloadPolicy.DEFAULT.patience()).isLessThan(Duration.ofSeconds(30));
    }

    private static byte[] file(Random random) {
        byte[] file = new byte[50_000 + random.nextInt(100_000)];
        random.nextBytes(file);
        file[0] = 0x1f;
        file[1] = (byte) 0x8b;
        return file;
    }

    /** The faulty server first; where that must fail, an honest one at the same address after it. */
    private void tryFault(int run, DownloadFaults.Fault fault, byte[] file) throws IOException {
        Path target = folder.resolve(run + "/a.tar.gz");
        String what = run + " " + fault.name();
        Watcher watcher = new Watcher(target, file);
        try (ScriptedServer server = new ScriptedServer(fault.replies().toArray(HttpHandler[]::new))) {
            if (isComplete(server, target, file) != fault.passing()) {
                lost.add(what + (fault.passing() ? ": gave up" : ": not refused"));
            }
            server.replaceAll(ScriptedServer.honest(file, ScriptedServer.TAG));
            if (!isComplete(server, target, file)) {
                lost.add(what + ": not there after all");
            }
            if (fault.name().contains("cut") && fault.passing()) {
                resumed += file.length;
                fetchedAgain += server.sent() - file.length;
            }
        } finally {
            watcher.stop();
        }
        looks += watcher.looks();
        if (watcher.wrong() > 0) {
            lost.add(what + ": was seen half-made");
        }
        partsLeft += FolderState.of(target.getParent()).contents().keySet().stream()
                .filter(name -> name.endsWith(".part") || name.startsWith("."))
                .count();
    }

    /** Whether the download succeeds; if not, the error must be of the right type. */
    private boolean isComplete(ScriptedServer server, Path target, byte[] file) throws IOException {
        try {
            download(server, target, file).run(new TestData.Listener());
        } catch (DataException e) {
            return Files.exists(target);
        }
        return Arrays.equals(Files.readAllBytes(target), file);
    }

    private Download download(ScriptedServer server, Path target, byte[] file) {
        return new Download(
                server.address(),
                target,
                part -> {
                    early += Files.exists(target) ? 1 : 0;
                    if (!Arrays.equals(Files.readAllBytes(part), file)) {
                        throw new DataException("not what was wanted");
                    }
                },
                POLICY);
    }

    /** With the patience that users have; in a quick run with a thirtieth of it. */
    @Test
    void run_silentOrTricklingServer_isNoticedInTime() throws IOException {
        DownloadPolicy real = DownloadPolicy.DEFAULT;
        int share = FaultRun.tries(30, 1);
        DownloadPolicy policy = new DownloadPolicy(
                1,
                real.firstPause(),
                real.longestPause(),
                real.patience().dividedBy(share),
                real.slowest(),
                5,
                1 << 20);
        byte[] file = file(new Random(9));
        long silent = millisUntilRefused(policy, file, Integer.MAX_VALUE, "no byte came");
        long trickling = millisUntilRefused(policy, file, 1000 / share, "bytes came in");
        new FaultRun(9, "stalls")
                .count("patience, milliseconds", policy.patience().toMillis())
                .count("silent server noticed after milliseconds", silent)
                .count("server of 1 byte a second noticed after milliseconds", trickling)
                .note("scale", share == 1 ? "real time" : "a thirtieth of real time")
                .write();
    }

    private long millisUntilRefused(DownloadPolicy policy, byte[] file, int pause, String reason) throws IOException {
        long start = System.nanoTime();
        Path target = folder.resolve("slow/" + pause + ".tar.gz");
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.slowAfter(file, 10_000, pause))) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() ->
                            new Download(server.address(), target, part -> {}, policy).run(new TestData.Listener()))
                    .withMessageContaining(reason);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void run_httpsThatRedirectsToHttp_isRefused() throws Exception {
        byte[] file = file(new Random(1));
        Path target = folder.resolve("a.tar.gz");
        try (TrustedServer trusted = new TrustedServer(folder);
                ScriptedServer plain = new ScriptedServer(ScriptedServer.whole(file))) {
            trusted.reply(ScriptedServer.status(302, "Location", plain.address().toString()));
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> new Download(trusted.address(), target, part -> {}, DownloadPolicy.DEFAULT)
                            .run(new TestData.Listener()))
                    .withMessageContaining("redirects to \"http://");
            assertThat(plain.ranges).isEmpty();
            assertThat(target).doesNotExist();

            trusted.reply(ScriptedServer.whole(file));
            new Download(trusted.address(), target, part -> {}, DownloadPolicy.DEFAULT).run(new TestData.Listener());
            assertThat(target).hasBinaryContent(file);
        }
        new FaultRun(9, "downgrade")
                .count("tried", 1)
                .count("requests that reached http", 0)
                .write();
    }
}

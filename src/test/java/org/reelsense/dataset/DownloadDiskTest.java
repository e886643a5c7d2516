package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.fault.disk.Faults;
import org.reelsense.fault.disk.WatchedPath;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** The disk refuses a step of a download. What has come is kept on purpose, so that the next start need not fetch it. */
@Tag("fault")
class DownloadDiskTest {

    private static final DownloadPolicy POLICY =
            new DownloadPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(20), 0, 5, 1 << 20);

    @TempDir
    Path folder;

    private final byte[] file = new byte[100_000];
    private int faults;
    private int untyped;
    private int damaged;
    private int unnoticed;
    private int misnamed;
    private int left;
    private int nextStartsLost;

    @Test
    void run_everyStepRefused_nameIsAbsentOrWholeAndTheNextStartSucceeds() throws IOException {
        new Random(1).nextBytes(file);
        file[0] = 0x1f;
        file[1] = (byte) 0x8b;
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.honest(file, ScriptedServer.TAG))) {
            tryAll(server, Faults::once);
            tryAll(server, Faults::fullFrom);
        }

        new FaultRun(3, "io-errors-download")
                .count("faults", faults)
                .count("damaged under the final name", damaged)
                .count("neither a DataException nor overcome", untyped)
                .count("said of the network and not of the disk", misnamed)
                .count("half files left, the part for the next start aside", left)
                .count("next starts that did not succeed", nextStartsLost)
                .count("overcome by another attempt", unnoticed)
                .note("which", "the n-th step of a download, for all n: once; all from then on but deletes")
                .write();
        assertThat(faults).isGreaterThan(10);
        assertThat(List.of(damaged, untyped, misnamed, left, nextStartsLost)).containsOnly(0);
    }

    private void tryAll(ScriptedServer server, IntFunction<Faults> faulty) throws IOException {
        Faults disk = faulty.apply(1);
        for (int step = 1; disk.met() || step == 1; step++) {
            disk = faulty.apply(step);
            tryOne(server, disk, folder.resolve("data-" + faults));
        }
    }

    private void tryOne(ScriptedServer server, Faults disk, Path data) throws IOException {
        Path target = data.resolve("a.tar.gz");
        Throwable failure = catchThrowable(() -> download(server, WatchedPath.of(target, disk)));
        if (!disk.met()) {
            assertThat(failure).isNull();
            return;
        }
        faults++;
        damaged += Files.exists(target) && !isWhole(target) ? 1 : 0;
        unnoticed += failure == null ? 1 : 0;
        untyped += failure instanceof DataException || failure == null && isWhole(target) ? 0 : 1;
        misnamed += failure != null && failure.getMessage().contains("network") ? 1 : 0;
        left += halves(data);
        nextStartsLost += catchThrowable(() -> download(server, target)) == null && isWhole(target) ? 0 : 1;
        left += halves(data);
    }

    private boolean isWhole(Path target) throws IOException {
        return Files.exists(target) && Arrays.equals(Files.readAllBytes(target), file);
    }

    private static int halves(Path data) {
        String[] names = data.toFile().list();
        return names == null
                ? 0
                : (int) Arrays.stream(names)
                        .filter(name -> name.startsWith("."))
                        .count();
    }

    private static void download(ScriptedServer server, Path target) throws DataException {
        new Download(server.address(), target, part -> {}, POLICY).run(Progress.SILENT);
    }
}

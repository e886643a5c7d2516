package org.reelsense.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;

/** A disk of one megabyte that is really full. It is mounted for one process alone and gone with it. */
@Tag("fault")
class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void save_realDiskFull_oldFileTypedErrorAndNothingLeft() throws IOException, InterruptedException {
        FaultRun result = new FaultRun(3, "full-disk");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        if (run(List.of("unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", disk.toString()))
                        .code()
                != 0) {
            result.note("not run", "only root may mount a disk, and the sandbox must let him")
                    .write();
            return;
        }
        Ended child = run(List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o size=1500k tmpfs \"$1\" && shift && exec \"$@\"",
                "full",
                disk.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskChild.class.getName(),
                disk.toString()));

        assertThat(child.code()).as(child.out()).isZero();
        String[] counts = child.out().strip().split(" ");
        result.count("saves refused", Integer.parseInt(counts[0]))
                .count("old file damaged, another error, or a half file left", Integer.parseInt(counts[1]))
                .note("disk", "tmpfs with room for less than the file, page by page")
                .write();
        assertThat(Integer.parseInt(counts[0])).isGreaterThan(20);
        assertThat(counts[1]).isEqualTo("0");
    }

    private record Ended(int code, String out) {}

    private static Ended run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out);
        } catch (IOException noSuchTool) {
            return new Ended(127, noSuchTool.toString());
        }
    }
}

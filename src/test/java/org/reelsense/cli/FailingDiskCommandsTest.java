package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.fault.disk.WatchedFiles;

/** Whole commands on a disk that refuses a step: exit code 3 and the old file, or exit code 0 and the whole new one. */
@Tag("fault")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a watched process opens folders, which Windows cannot")
class FailingDiskCommandsTest {

    private static final int QUICK_STRIDE = 12;

    @TempDir
    Path folder;

    @Test
    void commands_everyStepRefused_exitCode3OrWhole() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.nio.file.spi.DefaultFileSystemProvider=" + WatchedFiles.class.getName(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FailingDiskCommands.class.getName(),
                        folder.toString(),
                        Integer.toString(FaultRun.tries(QUICK_STRIDE, 1)))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        List<String> lines = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(child.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        FaultRun result = new FaultRun(3, "io-errors-commands")
                .note("commands", "embed export, report, experiment, train; the n-th step, once or all from then on");
        for (String line : lines) {
            note(result, line.split("\t"));
        }
        result.write();
        assertThat(lines).hasSize(4).allMatch(line -> line.endsWith("\t0\t0\t0\t0"));
    }

    private static void note(FaultRun result, String[] counts) {
        result.count(counts[0] + ": faults", Integer.parseInt(counts[1]))
                .count(counts[0] + ": exit 0 and whole all the same (a cache, the log)", Integer.parseInt(counts[2]))
                .count(counts[0] + ": exit code neither 0 nor 3", Integer.parseInt(counts[3]))
                .count(counts[0] + ": exit 0 without a result, or a damaged one", Integer.parseInt(counts[4]))
                .count(counts[0] + ": half files left", Integer.parseInt(counts[5]))
                .count(counts[0] + ": stack traces or internal errors", Integer.parseInt(counts[6]));
    }
}

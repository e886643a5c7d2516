package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunWatchTest {

    private static final String AGAIN = "reelsense experiment --seeds 1,2 --out runs/x";
    private static final String NOTICE = "reelsense: interrupted; the work so far is kept. To go on: " + AGAIN;

    @TempDir
    private Path folder;

    /** With SIGTERM: a build started in the background may have been told to ignore SIGINT, and Java then obeys. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals to send")
    void process_stoppedDuringARun_saysWhatIsKeptAndHowToGoOn() throws IOException, InterruptedException {
        Process run = start("during");

        assertThat(stop(run)).contains(NOTICE).doesNotContain("at org.");
        assertThat(run.waitFor()).isEqualTo(143);
        assertThat(Files.readString(folder.resolve("log.txt"))).contains("end    epoch", NOTICE);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals to send")
    void process_stoppedAfterTheRun_saysNothing() throws IOException, InterruptedException {
        Process run = start("after");

        assertThat(stop(run)).doesNotContain("interrupted");
        assertThat(run.waitFor()).isEqualTo(143);
    }

    private Process start(String when) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Runner.class.getName(),
                        when,
                        folder.toString())
                .start();
    }

    private static String stop(Process run) throws IOException {
        try (BufferedReader ready = run.inputReader(StandardCharsets.UTF_8)) {
            assertThat(ready.readLine()).isEqualTo("ready");
            run.toHandle().destroy(); // Process.destroy would close the stream that is read next
            return new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A process with a run under way, or over. */
    static final class Runner {

        private Runner() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            Path log = Path.of(args[1], "log.txt");
            Streams io = Streams.ofProcess();
            try (RunWatch watch = new RunWatch(io, log, AGAIN)) {
                watch.progress().begin("epoch", 10, "reviews");
                if (args[0].equals("during")) {
                    readyForEver(io);
                }
            }
            readyForEver(io);
        }

        private static void readyForEver(Streams io) throws InterruptedException {
            io.out().println("ready");
            io.out().flush();
            new CountDownLatch(1).await();
        }
    }
}

package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.fault.ChildJava;
import org.reelsense.progress.Progress;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals to send")
class OrderlyEndTest {

    private static final String LATE = "reelsense: interrupted; what the last checkpoint has is kept. To go on: again";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void process_signalled_waitsForTheWorkAndSaysHowToGoOn(String signal, int code) throws Exception {
        Process child = start("3600", "ends");

        assertThat(heardAfter(child, signal))
                .containsExactly("kept", "reelsense: interrupted; the work so far is kept. To go on: again");
        assertThat(child.waitFor()).isEqualTo(code);
    }

    /** Work that does not heed an interruption is not waited for for ever. */
    @Test
    void process_workThatGoesOn_endsWithoutIt() throws Exception {
        Process child = start("1", "goes on");

        assertThat(heardAfter(child, "TERM")).containsExactly("told", LATE);
        assertThat(child.waitFor()).isEqualTo(143);
    }

    /** It would wait for an hour. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void process_signalledTwice_endsAtOnce(String signal, int code) throws Exception {
        Process child = start("3600", "goes on");
        BufferedReader said = child.inputReader(StandardCharsets.UTF_8);
        assertThat(said.readLine()).isEqualTo("ready");
        ChildJava.signal(child, "INT");
        assertThat(said.readLine()).isEqualTo("told");
        ChildJava.signal(child, signal);

        assertThat(said.readLine()).isNull();
        assertThat(child.waitFor()).isEqualTo(code);
    }

    private static List<String> heardAfter(Process child, String signal) throws Exception {
        BufferedReader said = child.inputReader(StandardCharsets.UTF_8);
        assertThat(said.readLine()).isEqualTo("ready");
        ChildJava.signal(child, signal);
        return said.lines().toList();
    }

    private Process start(String seconds, String kind) throws Exception {
        return new ChildJava(Runner.class)
                .command(folder.resolve("errors"), seconds, kind)
                .start();
    }

    /** A process with work that ends when it is interrupted, or does not. */
    static final class Runner {

        private Runner() {}

        public static void main(String[] args) {
            try (OrderlyEnd end = new OrderlyEnd(new Printing(), "again", Long.parseLong(args[0]))) {
                end.progress().say("ready");
                boolean told = false;
                while (!told || args[1].equals("goes on")) {
                    try {
                        Thread.sleep(3_600_000);
                    } catch (InterruptedException e) {
                        told = true;
                        end.progress().say(args[1].equals("ends") ? "kept" : "told");
                    }
                }
            }
            System.out.println("the command says that it was interrupted");
        }
    }

    private static final class Printing implements Progress {

        @Override
        public void begin(String task, long total, String unit) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String line) {
            System.out.println(line);
            System.out.flush();
        }

        @Override
        public void end() {}
    }
}

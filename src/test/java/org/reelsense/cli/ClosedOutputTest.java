package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedOutputTest {

    /** 40,000 lines overflow the buffer while the command works; one line fails only when it is over. */
    @ParameterizedTest
    @CsvSource({"40000,Broken pipe,0", "1,Broken pipe,0", "40000,Disk full,3", "1,Disk full,3"})
    void run_outputFails_quietForAPipeAndSaidOnceElse(int lines, String reason, int code) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        byte[] input = "good film\n".repeat(lines).getBytes(StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new ClosedOutput.Stream(new Failing(reason)), 1 << 16),
                false,
                StandardCharsets.UTF_8);

        int found = Main.run(
                new String[] {"tokenize"},
                new Streams(new ByteArrayInputStream(input), out, CommandRun.printer(err), Terminals.NONE));

        assertThat(found).isEqualTo(code);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        code == 0
                                ? ""
                                : "reelsense: cannot write to standard output: Disk full" + System.lineSeparator());
    }

    private static final class Failing extends OutputStream {

        private final String reason;

        Failing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}

package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.storage.DataException;

class FailuresTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int report(Throwable failure) {
        return new Failures(CommandRun.printer(err)).report(failure);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void report_eachKind_codeAndOneLine(Throwable failure, int code, String line) {
        assertThat(report(failure)).isEqualTo(code);
        assertThat(said()).isEqualTo("reelsense: " + line + System.lineSeparator());
    }

    static Stream<Arguments> failures() {
        DataException data = new DataException("There is no file x: check the path");
        return Stream.of(
                Arguments.of(new IllegalArgumentException("epochs: 0 is outside 1..9"), 2, "epochs: 0 is outside 1..9"),
                Arguments.of(data, 3, data.getMessage()),
                Arguments.of(new UncheckedIOException(data), 3, data.getMessage()),
                Arguments.of(new ExecutionException(new CompletionException(data)), 3, data.getMessage()),
                Arguments.of(new IOException("No space left on device"), 3, "No space left on device"),
                Arguments.of(new FileNotFoundException(), 3, "cannot read or write: java.io.FileNotFoundException"),
                Arguments.of(new NoSuchFileException("a/b"), 3, "a/b: no such file or folder"),
                Arguments.of(new AccessDeniedException("a/b"), 3, "a/b: permission denied"),
                Arguments.of(new DataException("two\nlines \u001b[31m"), 3, "two lines  [31m"),
                Arguments.of(new InterruptedException(), 130, "interrupted"),
                Arguments.of(new DataException("stopped", new InterruptedException()), 130, "interrupted"),
                Arguments.of(
                        new ClosedOutput(new IOException("No space left on device")),
                        3,
                        "cannot write to standard output: No space left on device"));
    }

    @Test
    void report_readerOfResultsGone_silentSuccess() {
        assertThat(report(new ClosedOutput(new IOException("Broken pipe")))).isZero();
        assertThat(said()).isEmpty();
    }

    @Test
    void report_outOfMemory_namesTheSetting() {
        assertThat(report(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
        assertThat(said()).containsPattern("REELSENSE_JAVA_OPTS=-Xmx\\d+g").hasLineCount(1);
    }

    @Test
    void report_bug_oneLineAndTheTraceInAFile() throws IOException {
        assertThat(report(new IllegalStateException("no such state"))).isEqualTo(1);

        assertThat(said())
                .startsWith(
                        "reelsense: internal error: java.lang.IllegalStateException: no such state; please report it")
                .hasLineCount(1)
                .doesNotContain("at org.");
        Matcher file = Pattern.compile("with (.*trace\\.txt)").matcher(said());
        assertThat(file.find()).isTrue();
        assertThat(Files.readString(Path.of(file.group(1))))
                .contains("reelsense dev", "at org.reelsense.cli.FailuresTest");
        Files.delete(Path.of(file.group(1)));
    }
}

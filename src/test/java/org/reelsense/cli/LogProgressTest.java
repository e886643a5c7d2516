package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

class LogProgressTest {

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-22T10:00:00.9Z");

    private LogProgress open(Path file) throws DataException {
        return new LogProgress(file, Progress.SILENT, () -> now);
    }

    @Test
    void log_taskAndWords_eachWithItsTimeAtOnce() throws IOException {
        Path file = folder.resolve("new/log.txt");
        try (LogProgress log = open(file)) {
            log.begin("epoch 1/5", 100, "reviews");
            now = now.plusSeconds(20);
            log.advance(60);
            log.advance(40);
            log.say("dev accuracy\n0.9");
            log.end();
            log.end();

            assertThat(Files.readString(file)).isEqualTo("""
                    2026-11-22T10:00:00Z  begin  epoch 1/5 (100 reviews)
                    2026-11-22T10:00:20Z  dev accuracy 0.9
                    2026-11-22T10:00:20Z  end    epoch 1/5: 100 reviews in 20 s, 5.0 reviews/s
                    """);
        }
    }

    @Test
    void log_openedAgain_goesOnAfterTheOldLines() throws IOException {
        Path file = Files.writeString(folder.resolve("log.txt"), "old\n");
        try (LogProgress log = open(file)) {
            log.say("new");
        }

        assertThat(Files.readString(file)).isEqualTo("old\n2026-11-22T10:00:00Z  new\n");
    }

    @Test
    void open_placeThatCannotBeWritten_dataException() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> open(inTheWay.resolve("log.txt")))
                .withMessageContaining(inTheWay.toString())
                .withMessageContaining("--out");
    }
}

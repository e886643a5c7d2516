package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;
import org.reelsense.storage.DataException;

class ReportsTest {

    @TempDir
    private Path folder;

    @Test
    void write_newFolder_holdsBothReportsAndNothingElse() throws IOException {
        Reports.write(folder.resolve("run"), Runs.two(), List.of());

        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.md", "report.html");
        }
    }

    @Test
    void write_recordReadBackFromDisk_givesTheSameBytes() throws IOException {
        RunFolder run = new RunFolder(folder.resolve("a"));
        run.write(Runs.withWords(WordMapChartTest.MAP));
        RunRecord read = run.read();

        Reports.write(folder.resolve("a"), read, List.of());
        Reports.write(folder.resolve("b"), Runs.withWords(WordMapChartTest.MAP), List.of());

        assertThat(folder.resolve("a/report.html")).hasSameBinaryContentAs(folder.resolve("b/report.html"));
        assertThat(folder.resolve("a/report.md")).hasSameBinaryContentAs(folder.resolve("b/report.md"));
    }

    @Test
    void write_folderIsAFile_saysSo() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Reports.write(file, Runs.two(), List.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file.toString());
    }
}

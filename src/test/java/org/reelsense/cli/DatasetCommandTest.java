package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetCommandTest {

    @TempDir
    private Path folder;

    private String data() {
        return folder.resolve("data").toString();
    }

    private static void assertDataFailure(CommandRun run, String... parts) {
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("at org.", "Exception");
        assertThat(run.err().lines().reduce((first, last) -> last).orElse(""))
                .startsWith("reelsense: ")
                .contains(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"download", "verify", "stats"})
    void run_archiveMissing_threeAndItsName(String command) {
        String missing = folder.resolve("none.tar.gz").toString();

        assertDataFailure(CommandRun.of("dataset", command, "--archive", missing, "--data", data()), missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "stats"})
    void run_notAnArchive_three(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("page.tar.gz"), "<html>not found</html>");

        assertDataFailure(
                CommandRun.of("dataset", command, "--archive", file.toString(), "--data", data()), file.toString());
    }

    @Test
    void download_dataFolderIsAFile_three() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "in the way");

        // Port 9 (discard) is never reached: the folder comes first.
        CommandRun run = CommandRun.of(
                "dataset", "download", "--archive", "http://127.0.0.1:9/a.tar.gz", "--data", file.toString());

        assertDataFailure(run, file.toString());
    }

    @Test
    void stats_unknownDataset_threeAndWhatToGive() {
        assertDataFailure(CommandRun.of("dataset", "stats", "--dataset", "nosuch"), "nosuch", "imdb, sample");
    }

    @Test
    void verify_sample_everyCheckPrintedAndZero() {
        CommandRun run = CommandRun.of("dataset", "verify", "--dataset", "sample");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(6).allMatch(line -> line.startsWith("ok      "));
        assertThat(run.out()).contains("films in both train and dev: 0");
        assertThat(run.err()).contains("reading");
    }

    @Test
    void verify_foreignArchive_failedChecksPrintedAndThree() throws IOException {
        Path archive = SampleArchive.write(folder.resolve("sample.tar.gz"));

        CommandRun run = CommandRun.of("dataset", "verify", "--archive", archive.toString(), "--data", data());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("FAILED  SHA-256 and size: a copy unknown to Reelsense", "expected 12500", "ok  ");
        assertThat(run.err()).contains("reelsense: " + archive + " failed ");
    }

    @Test
    void download_foreignArchive_saysWhereAndWhatItIs() throws IOException {
        Path archive = SampleArchive.write(folder.resolve("sample.tar.gz"));

        CommandRun run = CommandRun.of("dataset", "download", "--archive", archive.toString(), "--data", data());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("archive  " + archive, "bytes    " + Files.size(archive), "a copy unknown to Reelsense");
    }

    @Test
    void stats_sample_tableAgreesWithTheFiles() {
        CommandRun run = CommandRun.of("dataset", "stats", "--dataset", "sample");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("sample, SHA-256 ")
                .containsPattern("(?m)^test +180 +90 +90 +45$")
                .containsPattern("(?m)^unlabelled +60 +0 +0 +20$")
                .doesNotContain("reading");
    }

    @Test
    void stats_json_isJsonAndNothingElse() throws IOException {
        CommandRun run = CommandRun.of("dataset", "stats", "--dataset", "sample", "--json");

        JsonNode stats = new ObjectMapper().readTree(run.out());

        assertThat(stats.path("dataset").asText()).isEqualTo("sample");
        assertThat(stats.path("sha256").asText()).hasSize(64);
        assertThat(stats.path("parts").path(2).path("name").asText()).isEqualTo("test");
        assertThat(stats.path("parts").path(2).path("positive").asInt()).isEqualTo(90);
        assertThat(stats.path("parts").path(2).path("stars")).hasSize(11);
    }
}

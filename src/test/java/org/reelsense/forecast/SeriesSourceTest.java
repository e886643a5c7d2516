package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelsense.dataset.PublishedFile;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

class SeriesSourceTest {

    @TempDir
    Path folder;

    @Test
    void named_knownNames_areTheirSources() {
        assertThat(SeriesSource.named("bankex")).isSameAs(PublishedSeries.BANKEX);
        assertThat(SeriesSource.named("activities")).isSameAs(PublishedSeries.ACTIVITIES);
        assertThat(SeriesSource.named("weekly")).isEqualTo(new SeriesSource.Weekly(1));
        assertThat(SeriesSource.named("./weekly")).isEqualTo(new SeriesSource.OfFile(Path.of("./weekly")));
        assertThat(SeriesSource.named("BANKEX.csv")).isEqualTo(new SeriesSource.OfFile(Path.of("BANKEX.csv")));
    }

    @Test
    void load_weekly_needsNothing() throws DataException {
        Path data = folder.resolve("data");
        SeriesSet set = SeriesSource.named("weekly").load(data, Progress.SILENT);

        assertThat(set.name()).isEqualTo("weekly");
        assertThat(SeriesSource.season(set)).isEqualTo(7);
        assertThat(new SeriesSource.Weekly(2).load(data, Progress.SILENT).name())
                .isEqualTo("weekly-2");
        assertThat(data).doesNotExist();
    }

    @Test
    void load_file_isNamedLikeIt() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), "1,2\n3,4\n");
        SeriesSet set = SeriesSource.named(file.toString()).load(folder, Progress.SILENT);

        assertThat(set.name()).isEqualTo("mine.csv");
        assertThat(SeriesSource.season(set)).isEqualTo(7);
    }

    @Test
    void load_misspeltName_tellsTheNamesThereAre() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SeriesSource.named("bankx").load(folder, Progress.SILENT))
                .withMessage("There is no file bankx: give a CSV file of series, bankex, activities or weekly");
    }

    /** Without a network, too: what lies there is checked before it is believed. */
    @ParameterizedTest
    @EnumSource(PublishedSeries.class)
    void load_damagedDownload_isRefused(PublishedSeries which) throws IOException {
        Path kept = Files.writeString(folder.resolve(which.file().fileName()), "1,2\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> which.load(folder, Progress.SILENT))
                .withMessageContaining("The size of " + kept + " is 4")
                .withMessageContaining("--series FILE");
    }

    @Test
    void manifest_forPeople_agreesWithTheFactsInTheCode() throws IOException {
        JsonNode series = new ObjectMapper()
                .readTree(Path.of("datasets", "manifest.json").toFile())
                .required("series");

        assertThat(series.required("files")).hasSize(PublishedSeries.values().length);
        assertThat(series.required("citation").asText()).contains("Velarde", "2504.18185");
        assertThat(series.required("licence").asText()).startsWith("MIT");
        for (PublishedSeries which : PublishedSeries.values()) {
            JsonNode file = series.required("files").required(which.ordinal());
            assertThat(file.required("name").asText()).isEqualTo(which.id());
            assertThat(file.required("season").asInt()).isEqualTo(which.season());
            assertThat(which.file())
                    .isEqualTo(new PublishedFile(
                            which.file().description(),
                            URI.create(file.required("url").asText()),
                            file.required("fileName").asText(),
                            file.required("bytes").asLong(),
                            file.required("sha256").asText(),
                            "--series FILE"));
        }
    }
}

package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.experiment.DamagedJson;
import org.reelsense.experiment.RunFolder;
import org.reelsense.storage.DataException;

class ForecastFolderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path path;

    private ForecastFolder folder;

    @BeforeEach
    void open() {
        folder = new ForecastFolder(path);
    }

    @Test
    void read_written_givesTheSame() throws IOException {
        folder.write(InventedForecasts.full());

        assertThat(folder.read()).isEqualTo(InventedForecasts.full());
        assertThat(Files.readString(folder.results()))
                .startsWith("{\n  \"schema\" : 1,\n  \"kind\" : \"forecast\",")
                .endsWith("}\n");
        assertThat(ForecastFolder.isThere(path)).isTrue();
    }

    @Test
    void read_anExperiment_isNamedAsSuch() throws IOException {
        Files.copy(Path.of("datasets/results/quick/results.json"), folder.results());

        assertThat(ForecastFolder.isThere(path)).isFalse();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessage(folder.results() + " is of a run of the kind experiment, not forecast; name a folder that"
                        + " `reelsense forecast` made");
    }

    @Test
    void read_byAnExperiment_isNamedAsSuch() throws IOException {
        folder.write(InventedForecasts.one());

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(new RunFolder(path)::read)
                .withMessageContaining("is of a run of the kind forecast, not experiment");
    }

    @Test
    void read_missing_asksForARunFolder() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessageContaining("is " + path + " a run folder?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|is damaged",
                "null|is damaged",
                "[]|is damaged",
                "{|is damaged",
                "{\"kind\": \"forecast\"}|has no schema",
                "{\"schema\": 1, \"kind\": \"forecast\"}|is damaged",
                "{\"schema\": 1, \"kind\": \"other\"}|is of a run of the kind other",
                "{\"schema\": 2, \"kind\": \"forecast\", \"new\": 1}|has schema 2, this version reads 1",
                "{\"schema\": 1, \"kind\": \"forecast\", \"new\": 1}|is damaged"
            })
    void read_damaged_isADataException(String content, String message) throws IOException {
        Files.writeString(folder.results(), content);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessageContaining(folder.results().toString())
                .withMessageContaining(message);
    }

    /** Each field in turn is taken away or made something else: read, or refused by the file's name. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"NaN\"", "[]", "[null]", "-1", "null"})
    void read_anyFieldSpoiled_isReadOrADataException(String instead) throws IOException {
        folder.write(InventedForecasts.prices(0.016));
        JsonNode sound = JSON.readTree(folder.results().toFile());
        for (String place : DamagedJson.places(sound)) {
            if (sound.at(place.substring(0, place.lastIndexOf('/'))) instanceof ObjectNode) {
                JSON.writeValue(folder.results().toFile(), DamagedJson.of(sound, place, instead));
                requireReadOrRefused(place);
            }
        }
    }

    private void requireReadOrRefused(String place) {
        try {
            assertThat(folder.read()).as(place).isNotNull();
        } catch (DataException refused) {
            assertThat(refused).as(place).hasMessageContaining("results.json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "series",
                "scaling",
                "models",
                "rmse",
                "mannWhitneyP",
                "horizon",
                "horizons",
                "sd",
                "losses",
                "forecasts",
                "commit",
                "started",
                "command",
                "window"
            })
    void read_withoutAField_isADataException(String field) throws IOException {
        folder.write(InventedForecasts.prices(0.016));
        JsonNode content = JSON.readTree(folder.results().toFile());
        ((ObjectNode) content.findParent(field)).remove(field);
        JSON.writeValue(folder.results().toFile(), content);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessageContaining("is damaged")
                .withMessageContaining("run again");
    }

    /** As records were before networks could normalise. */
    @Test
    void read_withoutNormalisation_hasNone() throws IOException {
        ForecastRecord record = InventedForecasts.prices(0.016);
        folder.write(record);
        JsonNode content = JSON.readTree(folder.results().toFile());
        ((ObjectNode) content.required("settings")).remove("normalisation");
        JSON.writeValue(folder.results().toFile(), content);

        assertThat(folder.read()).isEqualTo(record);
        assertThat(record.settings().normalisation()).isEqualTo("none");
    }

    @Test
    void trial_ofEachKind_namesTheFiles() {
        assertThat(ForecastFolder.trial("lstm", 20, 3L)).isEqualTo("lstm-h20-3");
        assertThat(ForecastFolder.trial("ridge", 1, null)).isEqualTo("ridge-h1");
        assertThat(ForecastFolder.forecastsName("ridge-h1")).isEqualTo("forecasts/ridge-h1.csv");
    }

    @Test
    void firstForecasts_someThere_onlyThoseOfFirstSeeds() throws IOException {
        ForecastRecord record = InventedForecasts.full();
        for (ForecastRecord.Model model : record.models()) {
            if (!model.name().equals("seasonal")) {
                InventedForecasts.file(model.horizon(), 5).write(path.resolve(model.forecasts()));
            }
        }

        assertThat(folder.firstForecasts(record))
                .containsOnlyKeys(
                        "forecasts/lstm-h1-1.csv",
                        "forecasts/gru-h1-1.csv",
                        "forecasts/persistence-h1.csv",
                        "forecasts/lstm-h20-1.csv",
                        "forecasts/gru-h20-1.csv",
                        "forecasts/persistence-h20.csv")
                .allSatisfy((name, file) -> assertThat(file.series()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.csv", "/etc/passwd", "a\u0000b"})
    void firstForecasts_fileElsewhere_isRefused(String name) {
        ForecastRecord record = InventedForecasts.of(
                "weekly", List.of(InventedForecasts.moved(InventedForecasts.baseline("ridge", 1, i -> 0.1), name)));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> folder.firstForecasts(record))
                .withMessageContaining("results.json is damaged");
    }

    @Test
    void readFirstSeries_writtenOrNot_givesItsValues() throws IOException {
        assertThat(folder.readFirstSeries()).isEmpty();

        folder.writeFirstSeries(new SeriesSet("s", "0", List.of(new double[] {1, 0.1}, new double[] {3, 4})));

        assertThat(folder.readFirstSeries()).containsExactly(1, 0.1);
    }
}

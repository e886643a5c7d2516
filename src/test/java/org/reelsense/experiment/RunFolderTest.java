package org.reelsense.experiment;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.storage.DataException;

class RunFolderTest {

    /** One model and a test set of one class, which has no area under the curve. */
    private static final RunRecord RECORD = new RunRecord(
            RunRecord.SCHEMA,
            new RunRecord.Dataset("d", "0", 1, 2, 3, 4, "t"),
            new RunRecord.Machine("os", "cpu", 2, "jdk", "engine", 1),
            "commit",
            "2026-01-01T00:00:00Z",
            "experiment",
            new RunRecord.Embedding(1.5, 2, 3, 4),
            List.of(new RunRecord.Model(
                    "rnn",
                    "rnn",
                    false,
                    1,
                    2,
                    3,
                    1,
                    1,
                    1.5,
                    1.5,
                    2.5,
                    3.5,
                    0,
                    0.5,
                    0.5,
                    0.25,
                    0.75,
                    0,
                    0,
                    0,
                    1.5,
                    null,
                    new RunRecord.Confusion(0, 1, 1, 0),
                    "models/rnn-3.safetensors",
                    List.of(new RunRecord.Epoch(1, 1.5, 0.5, 0.5, 0.75)),
                    null,
                    null,
                    null,
                    null)),
            List.of(new RunRecord.Comparison("a", "b", 3, 0.5, 0.25, 0, 0.5, 1.25d)));

    @TempDir
    Path path;

    private RunFolder folder;

    @BeforeEach
    void open() {
        folder = new RunFolder(path);
    }

    @Test
    void read_written_givesTheSame() throws IOException {
        folder.write(RECORD);

        assertThat(folder.read()).isEqualTo(RECORD);
        assertThat(folder.results()).content().doesNotContain("testAuc").endsWith("}\n");
    }

    @Test
    void read_missing_asksForARunFolder() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessageContaining(folder.results().toString())
                .withMessageContaining("is " + path + " a run folder?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "7", "{", "{}", "not JSON", "{\"schema\": 1}", "{\"schema\": 1, \"models\": 3}"
            })
    void read_damaged_isADataException(String content) throws IOException {
        Files.writeString(folder.results(), content);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessageContaining(folder.results().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dataset", "machine", "embedding", "models", "comparisons", "mcnemarP", "testAccuracy", "seed"})
    void read_withoutAField_isADataException(String field) throws IOException {
        folder.write(RECORD);
        ObjectMapper json = new ObjectMapper();
        JsonNode content = json.readTree(folder.results().toFile());
        ((ObjectNode) content.findParent(field)).remove(field);
        json.writeValue(folder.results().toFile(), content);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessageContaining("damaged")
                .withMessageContaining("run again");
    }

    @Test
    void read_moreBehindTheRecord_isADataException() throws IOException {
        folder.write(RECORD);
        Files.writeString(folder.results(), Files.readString(folder.results()) + "{}");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessageContaining(folder.results() + " is damaged: Trailing token");
    }

    @Test
    void read_noModels_isADataException() throws IOException {
        folder.write(new RunRecord(
                RunRecord.SCHEMA,
                RECORD.dataset(),
                RECORD.machine(),
                "commit",
                "2026-01-01T00:00:00Z",
                "experiment",
                RECORD.embedding(),
                List.of(),
                List.of()));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessage(folder.results() + " is damaged: it has no models; run again");
    }

    /** Also if it has fields that this version does not know. */
    @Test
    void read_laterSchema_saysWhichVersionsMeet() throws IOException {
        Files.writeString(folder.results(), "{\"schema\": 2, \"models\": {}, \"new\": true}");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(folder::read)
                .withMessageContaining("has schema 2, this version reads 1")
                .withMessageContaining("use the version that wrote it");
    }
}

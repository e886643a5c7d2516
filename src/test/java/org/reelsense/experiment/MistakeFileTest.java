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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.storage.DataException;

class MistakeFileTest {

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake(
                    "bilstm",
                    1,
                    "test/pos/0_8",
                    8,
                    true,
                    0.015625,
                    "A \"fine\"\n<b>film</b> \uD83D\uDE00 é",
                    List.of(new Mistake.Share(0, 1, -0.1), new Mistake.Share(2, 8, 1e-17))),
            new Mistake("bigru", 2, "test/neg/1_0", 0, false, 1, "", List.of()));

    @TempDir
    Path path;

    private RunFolder folder;
    private Path file;

    @BeforeEach
    void open() {
        folder = new RunFolder(path);
        file = path.resolve("mistakes.json");
    }

    @Test
    void read_written_givesTheSame() throws IOException {
        MistakeFile.write(folder, MISTAKES);

        assertThat(MistakeFile.read(folder)).isEqualTo(MISTAKES);
        assertThat(file).content().contains("do not publish").endsWith("}\n");
        assertThat(path.toFile().list()).containsExactly("mistakes.json");
    }

    @Test
    void write_again_replacesAll() throws IOException {
        MistakeFile.write(folder, MISTAKES);
        MistakeFile.write(folder, List.of());

        assertThat(file).exists();
        assertThat(MistakeFile.read(folder)).isEmpty();
    }

    @Test
    void read_missing_isEmpty() throws IOException {
        assertThat(MistakeFile.read(folder)).isEmpty();
        assertThat(MistakeFile.read(new RunFolder(path.resolve("nowhere")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "not JSON",
                "{\"schema\": 1}",
                "{\"schema\": 1, \"mistakes\": null}",
                "{\"schema\": 1, \"mistakes\": 3}",
                "{\"schema\": 1, \"mistakes\": [null]}",
                "{\"schema\": 1, \"mistakes\": [{}]}",
                "{\"schema\": 1, \"mistakes\": []} more",
                "{\"schema\": 1, \"models\": [], \"comparisons\": []}"
            })
    void read_damagedOrForeign_isADataException(String content) throws IOException {
        Files.writeString(file, content);

        assertDamaged();
    }

    @Test
    void read_cutOffAnywhere_isADataException() throws IOException {
        MistakeFile.write(folder, MISTAKES);
        String whole = Files.readString(file);
        for (int length = 1; length < whole.length() - 2; length++) {
            Files.writeString(file, whole.substring(0, length));

            assertDamaged();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model",
                "seed",
                "review",
                "stars",
                "positive",
                "probability",
                "text",
                "shares",
                "begin",
                "end",
                "value"
            })
    void read_withoutAField_isADataException(String field) throws IOException {
        change(field, "");

        assertDamaged();
    }

    /** The text has 25 chars. */
    @ParameterizedTest
    @CsvSource({
        "begin, -1",
        "begin, 2",
        "end, 26",
        "end, 99999999999",
        "value, '\"NaN\"'",
        "probability, 1.5",
        "probability, -0.5",
        "probability, '\"NaN\"'",
        "stars, 11",
        "stars, -1",
        "text, null",
        "shares, '[null]'"
    })
    void read_valueOutOfRange_isADataException(String field, String value) throws IOException {
        change(field, value);

        assertDamaged();
    }

    @Test
    void read_offsetsOnTheRim_areTaken() throws IOException {
        change("end", "25");

        assertThat(MistakeFile.read(folder).get(0).shares().get(0)).isEqualTo(new Mistake.Share(0, 25, -0.1));
    }

    /** Of the first mistake or its first share; an empty value removes the field. */
    private void change(String field, String value) throws IOException {
        assertThat(MISTAKES.get(0).text()).hasSize(25);
        MistakeFile.write(folder, MISTAKES);
        ObjectMapper json = new ObjectMapper();
        JsonNode content = json.readTree(file.toFile());
        ObjectNode parent = (ObjectNode) content.findParent(field);
        if (value.isEmpty()) {
            parent.remove(field);
        } else {
            parent.set(field, json.readTree(value));
        }
        json.writeValue(file.toFile(), content);
    }

    private void assertDamaged() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MistakeFile.read(folder))
                .withMessageStartingWith(file + " is damaged: ")
                .withMessageEndingWith("; run again, or remove it to go without");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | 0", "null | 0", "[] | 0", "{} | 0", "{\"schema\": 2, \"new\": 1} | 2"})
    void read_otherSchema_saysWhichVersionsMeet(String content, int schema) throws IOException {
        Files.writeString(file, content);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MistakeFile.read(folder))
                .withMessage(file + " has schema " + schema
                        + ", this version reads 1; use the version that wrote it, or remove it to go without");
    }

    @Test
    void read_unreadable_isADataException() throws IOException {
        Files.createDirectory(file);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MistakeFile.read(folder))
                .withMessageStartingWith("cannot read " + file);
    }
}

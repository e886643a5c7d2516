package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.model.SentimentModel;

class InfoCommandTest {

    /** By hand: embedding 4*2; each direction 3 gates of 3 units with 2 + 3 inputs and 2 biases; output 4*3 + 1. */
    private static final int PARAMETERS = 4 * 2 + 2 * (3 * 3 * (2 + 3) + 2 * 3 * 3) + 4 * 3 + 1;

    @TempDir
    private Path folder;

    @Test
    void info_model_allItsFactsAligned() throws IOException {
        Path model = SmallModel.write(folder.resolve("model.safetensors"));

        CommandRun run = CommandRun.of("info", model.toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .contains(
                        "cell                 bidirectional GRU",
                        "hidden units         3 each direction",
                        "embedding            2 numbers a word, float",
                        "vocabulary           4 tokens",
                        "parameters           " + PARAMETERS,
                        "tokenizer            reelsense.tokenizer.v1",
                        "seed                 7",
                        "machine: cpu         a red one",
                        "score: testAccuracy  0.9123");
    }

    @Test
    void info_json_sameFacts() throws IOException {
        Path model = SmallModel.write(folder.resolve("model.safetensors"));

        JsonNode info = new ObjectMapper()
                .readTree(CommandRun.of("info", "--json", model.toString()).out());

        assertThat(info.path("bytes").asLong()).isEqualTo(Files.size(model));
        assertThat(info.path("cell").asText()).isEqualTo("gru");
        assertThat(info.path("precision").asText()).isEqualTo("float");
        assertThat(info.path("parameters").asInt()).isEqualTo(PARAMETERS);
        assertThat(info.path("provenance").path("scores").path("testAccuracy").asDouble())
                .isEqualTo(0.91234);
    }

    @Test
    void info_eightBitModel_saysSo() throws IOException {
        Path model = folder.resolve("model.safetensors");
        SentimentModel.read(SmallModel.write(model)).withEightBitEmbeddings().write(model);

        assertThat(CommandRun.of("info", model.toString()).out().lines())
                .contains("embedding        2 numbers a word, 8bit");
    }

    @Test
    void info_missingOrDamaged_three() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged"), "no model");

        CommandRun missing = CommandRun.of("info", folder.resolve("none").toString());
        CommandRun bad = CommandRun.of("info", damaged.toString());

        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err())
                .startsWith("reelsense: " + folder.resolve("none"))
                .hasLineCount(1);
        assertThat(bad.code()).isEqualTo(3);
        assertThat(bad.err()).startsWith("reelsense: " + damaged).hasLineCount(1);
    }
}

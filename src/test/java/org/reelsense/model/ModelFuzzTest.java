package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Whatever bytes are handed in as a model: it loads or there is the one typed error. No fuzzer finds a SHA-256, so a file
 * without one is read and then taken for ours, as if an enemy had set the checksum right.
 */
class ModelFuzzTest {

    @FuzzTest
    void read_anyBytes_loadsOrRefuses(byte[] bytes) {
        try {
            ModelFile content = ModelFile.read(new ByteArrayInputStream(bytes), "fuzzed");
            SentimentModel model = new ModelReader("fuzzed", ours(content)).model();
            ModelFile written = ModelWriter.toFile(model);
            assertThat(ModelWriter.toFile(new ModelReader("written", written).model()))
                    .isEqualTo(written);
        } catch (ModelFileException refused) {
            requireOneLine(refused);
        }
    }

    @FuzzTest
    void read_anyBytesAsAForecaster_loadsOrRefuses(byte[] bytes) {
        try {
            ModelFile content = ModelFile.read(new ByteArrayInputStream(bytes), "fuzzed");
            ForecastModel model = ForecastModel.of("fuzzed", ours(content));
            ModelFile written = model.toFile();
            assertThat(ForecastModel.of("written", written).toFile()).isEqualTo(written);
        } catch (ModelFileException refused) {
            requireOneLine(refused);
        }
    }

    private static void requireOneLine(ModelFileException refused) {
        String message = String.valueOf(refused.getMessage());
        if (!message.startsWith("fuzzed: ") || message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError(message);
        }
    }

    private static ModelFile ours(ModelFile content) {
        Map<String, String> metadata = new HashMap<>(content.metadata());
        metadata.put(ModelFile.FORMAT_KEY, ModelFile.FORMAT);
        return new ModelFile(metadata, content.tensors());
    }
}

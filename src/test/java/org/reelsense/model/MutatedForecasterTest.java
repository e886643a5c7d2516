package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reelsense.network.Cell;

/** Whatever happens to a forecaster's file: it loads as the same, or there is the one typed error. */
class MutatedForecasterTest {

    private static final ModelFile CONTENT = RandomForecasters.tiny(Cell.LSTM).toFile();
    private static final byte[] BYTES = RawFile.written(CONTENT);

    @Test
    void read_anySingleBitFlipped_refused() {
        assertThat(load(BYTES)).isPresent();
        for (int bit = 0; bit < BYTES.length * 8; bit++) {
            byte[] flipped = BYTES.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(load(flipped)).as("bit %d of byte %d", bit % 8, bit / 8).isEmpty();
        }
    }

    @Test
    void read_everyTruncation_refused() {
        for (int length = 0; length < BYTES.length; length++) {
            assertThat(load(Arrays.copyOf(BYTES, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void read_twoThousandMutations_refusedOrTheSame() {
        Random random = new Random(20_261);
        for (int i = 0; i < 2_000; i++) {
            byte[] mutated = Mutation.of(BYTES, random);
            load(mutated).ifPresent(model -> assertThat(model.toFile()).isEqualTo(CONTENT));
        }
    }

    /** An enemy sets the checksum right: then it is refused, or a sound model that is written as it was read. */
    @Test
    void read_bytesOfATensorChanged_refusedOrSound() {
        Random random = new Random(20_262);
        int loaded = 0;
        for (int i = 0; i < 2_000; i++) {
            ModelFile changed = changed(random);
            Optional<ForecastModel> model = load(RawFile.written(changed));
            loaded += model.isPresent() ? 1 : 0;
            model.ifPresent(sound -> assertThat(sound.toFile()).isEqualTo(changed));
        }
        assertThat(loaded).as("most other weights are weights too").isBetween(1_000, 1_999);
    }

    /** Not of the second bias, whose zeros may have either sign. */
    private static ModelFile changed(Random random) {
        Map<String, Tensor> tensors = new HashMap<>(CONTENT.tensors());
        List<String> names = tensors.keySet().stream()
                .filter(name -> !name.equals("rnn.bias_hh_l0"))
                .sorted()
                .toList();
        String name = names.get(random.nextInt(names.size()));
        tensors.compute(
                name,
                (key, tensor) -> new Tensor(
                        tensor.dtype(),
                        tensor.shape(),
                        Mutation.flipped(tensor.bytes(), random, 1 + random.nextInt(3))));
        return new ModelFile(CONTENT.metadata(), tensors);
    }

    /** The model, or empty for the typed error; anything else escapes and fails the test. */
    private static Optional<ForecastModel> load(byte[] bytes) {
        try {
            ModelFile content = ModelFile.read(new ByteArrayInputStream(bytes), "mutated");
            return Optional.of(ForecastModel.of("mutated", content));
        } catch (ModelFileException e) {
            assertThat(e.reason()).isNotNull();
            return Optional.empty();
        }
    }
}

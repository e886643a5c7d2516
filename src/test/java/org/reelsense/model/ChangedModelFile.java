package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A good model file with something else in its metadata or tensors. */
final class ChangedModelFile {

    private ChangedModelFile() {}

    /** Writes it. The change must change something, or a test of it would prove nothing. */
    static void write(Path file, ModelFile good, BiConsumer<Map<String, String>, Map<String, Tensor>> change)
            throws IOException {
        Map<String, String> metadata = new HashMap<>(good.metadata());
        Map<String, Tensor> tensors = new HashMap<>(good.tensors());
        change.accept(metadata, tensors);
        ModelFile changed = new ModelFile(metadata, tensors);
        assertThat(changed).isNotEqualTo(good);
        changed.write(file);
    }
}

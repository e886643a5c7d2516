package org.reelsense.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchCheckpointTest {

    @Test
    void close_checkpointAndTheOneBefore_bothAreGoneWithTheirFolder() throws IOException {
        Path path;
        try (ScratchCheckpoint checkpoint = ScratchCheckpoint.make()) {
            path = checkpoint.path();
            assertThat(path).doesNotExist();
            Files.writeString(path, "newest");
            Files.writeString(path.resolveSibling(path.getFileName() + ".previous"), "before");
        }

        assertThat(path.getParent()).doesNotExist();
    }
}

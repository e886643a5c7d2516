package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.model.ModelFileException.Reason;

/** A model that is no file, such as the one in the jar. */
class StreamedModelTest {

    private static final String NAME = "in the jar";

    @Test
    void read_streamOfAFile_sameModel(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model");
        Path again = folder.resolve("again");
        RandomModels.lstm().write(file);

        try (InputStream in = Files.newInputStream(file)) {
            SentimentModel.read(in, NAME).write(again);
        }

        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void read_streamCutAnywhere_namedAndRefused() {
        byte[] bytes = RawFile.written(ModelWriter.toFile(RandomModels.lstm()));

        for (int length = 0; length < bytes.length; length += 97) {
            ModelFileException thrown = refused(new ByteArrayInputStream(Arrays.copyOf(bytes, length)));
            assertThat(thrown).hasMessageStartingWith("in the jar: ");
            assertThat(thrown.reason()).isEqualTo(Reason.TOO_SHORT);
        }
    }

    @Test
    void read_streamThatFails_typedError() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("no more");
            }
        };

        assertThat(refused(failing).reason()).isEqualTo(Reason.UNREADABLE);
    }

    /** Not 64 MiB of zeros kept, but counted and refused. */
    @Test
    void read_streamWithoutEnd_refused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };

        assertThat(refused(endless).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    private static ModelFileException refused(InputStream in) {
        return catchThrowableOfType(ModelFileException.class, () -> SentimentModel.read(in, NAME));
    }
}

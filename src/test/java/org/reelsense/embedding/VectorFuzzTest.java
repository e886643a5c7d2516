package org.reelsense.embedding;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.reelsense.fault.FuzzedFile;
import org.reelsense.storage.DataException;

/** Whatever bytes are handed in as word vectors: finite numbers, or the one error that names the file. */
class VectorFuzzTest {

    /** The first byte chooses how the rest is read: as text, binary or GloVe, or as whatever it looks like. */
    @FuzzTest
    void read_anyBytes_loadsOrRefuses(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        Path file = FuzzedFile.of(Arrays.copyOfRange(bytes, 1, bytes.length));
        try {
            int choice = bytes[0] & 3;
            VectorFormat format = choice < 3 ? VectorFormat.values()[choice] : VectorFile.recognise(file);
            VectorFile read = VectorFile.read(file, format, word -> true);
            assertFinite(read.vectors().values());
        } catch (DataException refused) {
            if (!String.valueOf(refused.getMessage()).startsWith(file.toString())) {
                throw new AssertionError(refused);
            }
        }
    }

    private static void assertFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) { // a million times, so nothing fluent
                throw new AssertionError(value + " was read");
            }
        }
    }
}

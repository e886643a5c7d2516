package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.reelsense.fault.FuzzedFile;
import org.reelsense.storage.DataException;

/** The files of a run folder that somebody else sent to be compared: read, or the one error that names the file. */
class RunFileFuzzTest {

    @FuzzTest
    void read_anyMistakes_readsOrRefuses(byte[] bytes) throws IOException {
        Path file = FuzzedFile.of(MistakeFile.NAME, bytes);
        try {
            for (Mistake mistake : MistakeFile.read(new RunFolder(file.resolveSibling("")))) {
                mistake.shares().forEach(share -> mistake.text().substring(share.begin(), share.end()));
            }
        } catch (DataException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
        }
    }

    @FuzzTest
    void read_anyPredictions_readsOrRefuses(byte[] bytes) throws IOException {
        Path file = FuzzedFile.of(bytes);
        try {
            for (float probability : Predictions.read(file).probabilities()) {
                if (!(probability >= 0 && probability <= 1)) {
                    throw new AssertionError(probability + " was read");
                }
            }
        } catch (DataException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
        }
    }
}

package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;
import org.reelsense.fault.FuzzedFile;
import org.reelsense.storage.DataException;

/** A record that somebody else sent: told as a table and a page, or the one error that names the file. */
class RecordFuzzTest {

    @FuzzTest
    void read_anyRecord_rendersOrRefuses(byte[] bytes) throws IOException {
        Path file = FuzzedFile.of("results.json", bytes);
        RunRecord record;
        try {
            record = new RunFolder(file.resolveSibling("")).read();
        } catch (DataException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
            return;
        }
        assertThat(Reports.text(record)).isNotEmpty();
        assertThat(MarkdownReport.render(Content.of(record), List.of())).isNotEmpty();
    }
}

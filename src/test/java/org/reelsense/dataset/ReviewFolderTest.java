package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

class ReviewFolderTest {

    @TempDir
    Path folder;

    private Map<String, byte[]> files = Map.of();

    @BeforeEach
    void files() {
        files = TestData.files();
    }

    @Test
    void read_folder_equalsTheArchiveOfTheSameFiles() throws IOException {
        TestData.unpack(folder.resolve("plain"), files);
        TestData.unpack(folder.resolve("wrapped/aclImdb"), files);
        Path archive = TestData.write(folder.resolve("a.tar.gz"), TestData.archive(files));
        Reviews expected = new ImdbArchive(archive, ArchiveLimits.DEFAULT).read(Progress.SILENT);
        assertThat(read("plain")).isEqualTo(expected);
        assertThat(read("wrapped")).isEqualTo(expected);
        assertThat(read("plain").sha256()).isEqualTo(expected.sha256());
    }

    @Test
    void sha256_anyChange_changesIt() throws IOException {
        TestData.unpack(folder.resolve("one"), files);
        files.put("test/pos/3_9.txt", TestData.bytes("changed"));
        TestData.unpack(folder.resolve("two"), files);
        assertThat(read("one").sha256()).isNotEqualTo(read("two").sha256());
    }

    @Test
    void read_withoutUnlabelledReviews_isAllowed() throws IOException {
        files.keySet().removeIf(path -> path.contains("unsup"));
        TestData.unpack(folder.resolve("plain"), files);
        assertThat(read("plain").unlabelled()).isEmpty();
    }

    @Test
    void read_withoutTestReviews_isRefused() throws IOException {
        files.keySet().removeIf(path -> path.startsWith("test/neg"));
        TestData.unpack(folder.resolve("plain"), files);
        assertRefused("plain", "holds no reviews in test/neg");
    }

    @Test
    void read_hugeFile_isRefused() throws IOException {
        files.put("train/neg/99_1.txt", new byte[(1 << 20) + 1]);
        TestData.unpack(folder.resolve("plain"), files);
        assertRefused("plain", "99_1.txt has more than the 1048576 bytes");
    }

    @Test
    void read_missingFolder_isNamed() {
        assertRefused("none", "There is no folder");
    }

    private Reviews read(String name) throws DataException {
        return new ReviewFolder(folder.resolve(name), ArchiveLimits.DEFAULT).read(Progress.SILENT);
    }

    private void assertRefused(String name, String reason) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(name))
                .withMessageContaining(reason);
    }
}

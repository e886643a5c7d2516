package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.storage.DataException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class OptionsTest {

    private static final Path HOME = Path.of("/home/ann");

    @Command
    private static final class Options {
        @Mixin
        private DataOptions data = new DataOptions();

        @Mixin
        private ThreadOptions threads = new ThreadOptions();
    }

    private static Options parsed(String... args) {
        Options options = new Options();
        new CommandLine(options).parseArgs(args);
        return options;
    }

    @Test
    void data_nothingGiven_officialArchiveAndStandardFolder() throws DataException {
        Options options = parsed();

        assertThat(options.data.source()).isEqualTo(DatasetSource.imdb());
        assertThat(options.data.folder()).isEqualTo(DataFolder.standard());
        assertThat(options.threads.count()).isBetween(1, 256);
    }

    @Test
    void data_eachSource_isRecognised() throws DataException {
        assertThat(parsed("--archive", "a.tar.gz").data.source())
                .isEqualTo(new DatasetSource.ArchiveFile(Path.of("a.tar.gz")));
        assertThat(parsed("--archive", "https://example.org/a").data.source())
                .isInstanceOf(DatasetSource.ArchiveUrl.class);
        assertThat(parsed("--dataset", "sample").data.source())
                .isEqualTo(new DatasetSource.Folder("sample", Path.of("datasets", "sample")));
        assertThat(parsed("--dataset", "my/films/").data.source())
                .isEqualTo(new DatasetSource.Folder("films", Path.of("my", "films")));
        assertThat(parsed("--data", "cache").data.folder()).isEqualTo(Path.of("cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "257"})
    void threads_outOfRange_refused(String threads) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parsed("--threads", threads).threads.count())
                .withMessageContaining("--threads is " + threads)
                .withMessageContaining("1 to 256");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void folder_linuxAndMac_cacheOfTheUser() {
        assertThat(DataFolder.standard(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".cache/reelsense"));
        assertThat(DataFolder.standard(Map.of("XDG_CACHE_HOME", "/big"), "Linux", HOME))
                .isEqualTo(Path.of("/big/reelsense"));
        assertThat(DataFolder.standard(Map.of("XDG_CACHE_HOME", "big"), "Linux", HOME))
                .isEqualTo(HOME.resolve(".cache/reelsense"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void folder_windows_localApplicationData() {
        assertThat(DataFolder.standard(Map.of("LOCALAPPDATA", "/local", "XDG_CACHE_HOME", "/x"), "Windows 11", HOME))
                .isEqualTo(Path.of("/local/reelsense"));
        assertThat(DataFolder.standard(Map.of(), "Windows 11", HOME))
                .isEqualTo(HOME.resolve("AppData/Local/reelsense"));
    }
}

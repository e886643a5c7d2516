package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetSourceTest {

    @Test
    void imdbFrom_fileOrAddress_isTold() {
        assertThat(DatasetSource.imdbFrom("../a.tar.gz"))
                .isEqualTo(new DatasetSource.ArchiveFile(Path.of("../a.tar.gz")));
        assertThat(DatasetSource.imdbFrom("HTTPS://example.org/a.tar.gz"))
                .isEqualTo(new DatasetSource.ArchiveUrl(URI.create("HTTPS://example.org/a.tar.gz")));
        assertThat(DatasetSource.imdbFrom(ImdbFacts.URL.toString())).isEqualTo(DatasetSource.imdb());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/a", "file:///a", "http://", "https://exa mple.org/", "http:///a"})
    void imdbFrom_anythingElse_isRefused(String archive) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetSource.imdbFrom(archive))
                .withMessageStartingWith("archive is " + archive);
    }
}

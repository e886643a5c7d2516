package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;

/** What only the real reviews can show. Skipped where they are not at hand. */
class RealArchiveTest {

    /**
     * SHA-256 of the dev set's ids, one a line. From {@code dev_split.py} beside this test's resources: another
     * implementation, in Python.
     */
    private static final String DEV_IDS = "3fdd6a8685cefc0978e79ef6558e8ddc6f03c924d480f396873d4bfa79f25cdb";

    @TempDir
    Path data;

    @Test
    void imdb_readCachedAndVerified_isWhole() throws IOException {
        Path archive = Stream.of("../shared", "../../shared")
                .map(shared -> Path.of(shared, "datasets", ImdbFacts.FILE_NAME))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("none"));
        assumeTrue(Files.exists(archive), "the IMDB archive is not at ../shared/datasets/" + ImdbFacts.FILE_NAME);

        DatasetSource source = new DatasetSource.ArchiveFile(archive);
        Verification verification = Datasets.verify(source, data, Progress.SILENT);
        assertThat(verification.checks()).allMatch(Verification.Check::passed);

        Corpus corpus = Datasets.open(source, data, Progress.SILENT);
        assertThat(corpus.train())
                .hasSize(22_500)
                .filteredOn(Review::isPositive)
                .hasSize(11_250);
        assertThat(corpus.dev()).hasSize(2_500).filteredOn(Review::isPositive).hasSize(1_250);
        assertThat(corpus.test()).hasSize(25_000);
        assertThat(corpus.unlabelled()).hasSize(50_000);
        assertThat(corpus.train().get(0).film()).startsWith("tt");
        assertThat(idsOf(corpus)).isEqualTo(DEV_IDS);
        assertThat(Datasets.open(source, data, Progress.SILENT)).isEqualTo(corpus); // from the cache
    }

    private static String idsOf(Corpus corpus) {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        corpus.dev().forEach(review -> digest.update((review.id() + "\n").getBytes(StandardCharsets.UTF_8)));
        return Checksum.hex(digest);
    }
}

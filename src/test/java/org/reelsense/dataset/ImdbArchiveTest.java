package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

class ImdbArchiveTest {

    @TempDir
    Path folder;

    @Test
    void read_validArchive_givesSortedReviewsWithTheirFilms() throws IOException {
        Reviews reviews = read(TestData.archive(TestData.files()));
        assertThat(reviews.labelled()).hasSize(2 * TestData.TRAIN);
        assertThat(reviews.test()).hasSize(2 * TestData.TEST);
        assertThat(reviews.unlabelled()).hasSize(TestData.UNLABELLED);
        assertThat(reviews.labelled().get(2))
                .isEqualTo(new Review(
                        "train/neg/2_3",
                        "Review train/neg/2_3.txt<br />caf\u00e9 \ud83c\udfac",
                        Label.NEGATIVE,
                        3,
                        "tt1"));
        assertThat(reviews.labelled().subList(38, 42))
                .extracting(Review::id)
                .containsExactly("train/neg/38_3", "train/neg/39_3", "train/pos/0_8", "train/pos/1_8");
        assertThat(reviews.test().get(0).film()).isEmpty();
        assertThat(reviews.unlabelled()).noneMatch(Review::isLabelled);
    }

    @Test
    void read_anyArchive_reportsItsCompressedBytes() throws IOException {
        byte[] archive = TestData.archive(TestData.files());
        TestData.Listener listener = new TestData.Listener();
        new ImdbArchive(TestData.write(folder.resolve("a"), archive), ArchiveLimits.DEFAULT).read(listener);
        assertThat(listener.units).isEqualTo(archive.length);
    }

    @Test
    void read_malformedUtf8_isReplaced() throws IOException {
        Map<String, byte[]> files = TestData.files();
        files.put("train/neg/0_3.txt", new byte[] {'a', (byte) 0xff, 'b'});
        assertThat(read(TestData.archive(files)).labelled().get(0).text()).isEqualTo("a\ufffdb");
    }

    @Test
    void read_nameWithTwoDots_isLegal() throws IOException {
        Map<String, byte[]> files = TestData.files();
        files.put("train/pos/a..b.txt", TestData.bytes("a legal name"));
        Reviews reviews = read(TestData.archive(files));
        assertThat(reviews.labelled().get(2 * TestData.TRAIN).id()).isEqualTo("train/pos/a..b");
    }

    @Test
    void read_missingFolders_areNamed() throws IOException {
        Map<String, byte[]> files = TestData.files();
        files.keySet().removeIf(path -> path.startsWith("train/unsup/") || path.startsWith("test/pos/"));
        assertRefused(TestData.archive(files), "test/pos, train/unsup");
    }

    @Test
    void read_reviewThatIsThereTwice_isRefused() throws IOException {
        byte[] archive = TestData.archive(tar -> {
            for (int i = 0; i < 2; i++) {
                TestData.add(tar, new TarArchiveEntry("aclImdb/train/pos/1_9.txt"), TestData.bytes("same"));
            }
        });
        assertRefused(archive, "train/pos/1_9 twice");
    }

    @Test
    void read_missingFile_isNamed() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> new ImdbArchive(folder.resolve("none"), ArchiveLimits.DEFAULT).read(Progress.SILENT))
                .withMessageContaining("none does not exist");
    }

    @Test
    void read_fileThatIsNoGzip_isNamed() throws IOException {
        assertRefused(TestData.bytes("PK\u0003\u0004 a zip"), "some other file, not a .tar.gz");
        assertRefused(new byte[0], "an empty file");
        assertRefused(TestData.bytes("\n<!DOCTYPE html><html>"), "a web page");
    }

    @Test
    void read_gzipThatIsNoTar_isRefused() throws IOException {
        assertRefused(TestData.gzip(TestData.bytes("hello ".repeat(1000))), "archive");
    }

    @Test
    void read_truncatedAnywhere_isRefused() throws IOException {
        byte[] archive = TestData.archive(TestData.files());
        for (int length = 2; length < archive.length; length += 13) {
            assertRefused(TestData.start(archive, length), "is cut short");
        }
        assertRefused(TestData.start(archive, archive.length - 1), "is cut short");
    }

    @Test
    void read_flippedBits_giveOneTypedErrorOrTheSameReviews() throws IOException {
        byte[] archive = TestData.archive(TestData.files());
        Reviews expected = read(archive);
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = archive.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(read(damaged)).isEqualTo(expected); // some bits of gzip's header mean nothing
            } catch (DataException e) {
                assertThat(e).hasMessageContaining("archive");
            }
        }
    }

    @Test
    void read_mutatedTar_givesReviewsOrOneTypedError() throws IOException {
        byte[] plain = TestData.tar(TestData.files());
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = plain.clone();
            int record = random.nextInt(damaged.length / RawTar.RECORD) * RawTar.RECORD;
            damaged[record + 100 + random.nextInt(60)] = (byte) random.nextInt(256); // sizes, times, checksums, kinds
            try {
                read(TestData.gzip(damaged));
            } catch (DataException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void read_wrongChecksumFarBehindTheLastEntry_isNoticed() throws IOException {
        byte[] archive =
                TestData.gzip(Arrays.copyOf(TestData.tar(TestData.files()), 1 << 18)); // zeros behind the tar's own end
        assertThat(read(archive).size()).isEqualTo(150);
        archive[archive.length - 8]++;
        assertRefused(archive, "cannot be read");
    }

    @Test
    void read_reviewOfMoreThanAMegabyte_isRefused() throws IOException {
        Map<String, byte[]> files = TestData.files();
        files.put("train/pos/99_9.txt", new byte[(1 << 20) + 1]);
        assertRefused(TestData.archive(files), "train/pos/99_9.txt has 1048577 bytes where 1048576 are allowed");
    }

    @Test
    void read_tooManyEntries_isRefused() throws IOException {
        ArchiveLimits few = ArchiveLimits.DEFAULT.withEntries(50);
        assertRefused(TestData.archive(TestData.files()), few, "more than 50 entries");
    }

    @Test
    void read_moreBytesThanAllowed_isRefused() throws IOException {
        ArchiveLimits small = ArchiveLimits.DEFAULT.withTotalBytes(20_000);
        assertRefused(TestData.archive(TestData.files()), small, "more than the 20000 bytes allowed");
    }

    @Test
    void read_entryThatClaimsExabytes_isRefused() throws IOException {
        byte[] header = RawTar.header("aclImdb/train/pos/1_9.txt", '0', "", 1L << 62);
        assertRefused(TestData.gzip(header), "claims 4611686018427387904 bytes");
    }

    @Test
    void read_longNameThatNeverEnds_isRefusedEarly() throws IOException {
        for (byte kind : new byte[] {TarConstants.LF_PAX_EXTENDED_HEADER_LC, TarConstants.LF_GNUTYPE_LONGNAME}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(RawTar.header("long", kind, "", 400 << 20));
                gzip.write(TestData.bytes("99999999 path=" + "x".repeat(4 << 20)));
            }
            assertRefused(out.toByteArray(), "unpacks to more than its headers say");
        }
    }

    private Reviews read(byte[] archive) throws IOException {
        Path file = TestData.write(folder.resolve("archive"), archive);
        try {
            return new ImdbArchive(file, ArchiveLimits.DEFAULT).read(Progress.SILENT);
        } finally {
            Files.delete(file);
        }
    }

    private void assertRefused(byte[] archive, String reason) throws IOException {
        assertRefused(archive, ArchiveLimits.DEFAULT, reason);
    }

    private void assertRefused(byte[] archive, ArchiveLimits limits, String reason) throws IOException {
        Path file = TestData.write(folder.resolve("archive"), archive);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> new ImdbArchive(file, limits).read(Progress.SILENT))
                .withMessageContaining(reason);
    }
}

package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

class DatasetsTest {

    @TempDir
    Path folder;

    private final TestData.Listener listener = new TestData.Listener();
    private Path data = Path.of("");
    private Path archive = Path.of("");

    @BeforeEach
    void archive() throws IOException {
        data = folder.resolve("data");
        archive = TestData.write(folder.resolve("given.tar.gz"), TestData.archive(TestData.files()));
    }

    @Test
    void open_archiveFile_isUsedInPlaceAndSaid() throws IOException {
        Corpus corpus = open();
        assertThat(corpus.name()).isEqualTo("imdb");
        assertThat(corpus.sha256()).isEqualTo(Checksum.sha256(archive));
        assertThat(corpus.train()).hasSize(72);
        assertThat(corpus.dev()).hasSize(8).filteredOn(Review::isPositive).hasSize(4);
        assertThat(listener.lines).singleElement().asString().contains("unknown", corpus.sha256());
        assertThat(data).isDirectoryNotContaining("glob:**.tar.gz");
    }

    @Test
    void open_secondTime_givesTheSameFromTheCache() throws IOException {
        Corpus first = open();
        listener.units = 0;
        assertThat(open()).isEqualTo(first);
        assertThat(listener.units).isZero(); // no archive was read
    }

    @Test
    void open_damagedCache_isBuiltAgain() throws IOException {
        Corpus first = open();
        Path cache = CacheFormat.file(data, first.sha256());
        byte[] bytes = Files.readAllBytes(cache);
        bytes[bytes.length / 2]++;
        Files.write(cache, bytes);
        assertThat(open()).isEqualTo(first);
        assertThat(listener.lines).anyMatch(line -> line.contains("building it again"));
        listener.units = 0;
        assertThat(open()).isEqualTo(first);
        assertThat(listener.units).isZero();
    }

    @Test
    void open_changedArchive_isNotMistakenForTheOldOne() throws IOException {
        Corpus first = open();
        Map<String, byte[]> files = TestData.files();
        files.put("train/pos/77_9.txt", TestData.bytes("one more"));
        TestData.write(archive, TestData.archive(files));
        assertThat(open().sha256()).isNotEqualTo(first.sha256());
    }

    @Test
    void open_damagedIndex_isIgnored() throws IOException {
        Corpus first = open();
        Files.write(data.resolve("archives.index"), new byte[] {(byte) 0xff, '\t', '\n'});
        assertThat(open()).isEqualTo(first);
    }

    @Test
    void open_unwritableDataFolder_stillGivesTheCorpus() throws IOException {
        data = Files.createFile(folder.resolve("a-file"));
        assertThat(open().test()).hasSize(40);
        assertThat(listener.lines).anyMatch(line -> line.contains("cannot be written"));
    }

    @Test
    void open_fileOfAKnownSizeAndAnotherChecksum_isNamed() throws IOException {
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), ImdbFacts.OFFICIAL.bytes() - 1); // a sparse file
        }
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(this::open)
                .withMessageContaining(ImdbFacts.OFFICIAL.sha256())
                .withMessageContaining(Checksum.sha256(archive));
    }

    @Test
    void open_missingArchive_isNamed() {
        archive = folder.resolve("none.tar.gz");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(this::open)
                .withMessageContaining("There is no archive " + archive);
    }

    @Test
    void open_officialWithoutDownload_usesTheCacheOfAKnownCopy() throws IOException {
        Reviews reviews = new ImdbArchive(archive, ArchiveLimits.DEFAULT).read(Progress.SILENT);
        new ReviewCache(data).store(ImdbFacts.REPACKED.sha256(), reviews, Progress.SILENT);
        Corpus corpus = Datasets.open(DatasetSource.imdb(), data, listener);
        assertThat(corpus.sha256()).isEqualTo(ImdbFacts.REPACKED.sha256());
        assertThat(corpus.test()).isEqualTo(reviews.test());
    }

    @Test
    void open_address_downloadsOnceAndReads() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(Files.readAllBytes(archive)))) {
            DatasetSource source = DatasetSource.imdbFrom(server.address().toString());
            Corpus corpus = Datasets.open(source, data, listener);
            assertThat(corpus.sha256()).isEqualTo(Checksum.sha256(archive));
            assertThat(Datasets.open(source, data, listener)).isEqualTo(corpus);
            assertThat(server.ranges).hasSize(1);
        }
    }

    @Test
    void download_noteLeftBesideTheArchive_isRemoved() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(Files.readAllBytes(archive)))) {
            DatasetSource source = DatasetSource.imdbFrom(server.address().toString());
            Path file = Datasets.download(source, data, listener).file();
            TestData.write(file.resolveSibling(file.getFileName() + ".note.part"), TestData.bytes("left by a kill"));
            Datasets.open(source, data, listener);
            assertThat(data).isDirectoryNotContaining("glob:**.part");
        }
    }

    @Test
    void download_addressOfADamagedArchive_keepsNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        byte[] damaged = TestData.start(bytes, bytes.length - 20);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.whole(damaged))) {
            DatasetSource source = DatasetSource.imdbFrom(server.address().toString());
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> Datasets.download(source, data, listener))
                    .withMessageContaining("is damaged");
            assertThat(data).isDirectoryNotContaining("glob:**.{gz,part}");
        }
    }

    @Test
    void download_folder_isAWrongSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.download(DatasetSource.folder("sample", folder), data, listener))
                .withMessageContaining("has no archive");
    }

    @Test
    void open_folder_needsNoDataFolder() throws IOException {
        TestData.unpack(folder.resolve("plain"), TestData.files());
        Corpus corpus = Datasets.open(DatasetSource.folder("sample", folder.resolve("plain")), data, listener);
        assertThat(corpus.name()).isEqualTo("sample");
        assertThat(corpus.train()).isEqualTo(open().train());
        assertThat(corpus.sha256()).hasSize(64);
    }

    @Test
    void verify_smallArchive_failsByNameWhereItDiffers() throws DataException {
        Verification result = Datasets.verify(new DatasetSource.ArchiveFile(archive), data, listener);
        assertThat(result.passed()).isFalse();
        assertThat(result.checks())
                .filteredOn(Verification.Check::passed)
                .extracting(Verification.Check::what)
                .containsExactly("films in both train and dev", "labels that contradict their stars");
        assertThat(result.checks())
                .filteredOn(check -> check.what().equals("positive test reviews"))
                .containsExactly(new Verification.Check("positive test reviews", "12500", "20", false));
    }

    @Test
    void verify_folder_passes() throws IOException {
        TestData.unpack(folder.resolve("plain"), TestData.files());
        assertThat(Datasets.verify(DatasetSource.folder("sample", folder.resolve("plain")), data, listener)
                        .passed())
                .isTrue();
    }

    @Test
    void verify_nothingDownloaded_saysHowTo() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Datasets.verify(DatasetSource.imdb(), data, listener))
                .withMessageContaining("reelsense dataset download");
    }

    @Test
    void stats_corpus_countsAndMeasures() throws IOException {
        DatasetStats.Part test = Datasets.stats(open()).parts().get(2);
        assertThat(test.name()).isEqualTo("test");
        assertThat(test.reviews()).isEqualTo(40);
        assertThat(test.positive()).isEqualTo(20);
        assertThat(test.negative()).isEqualTo(20);
        assertThat(test.films()).isZero();
        assertThat(test.stars()).containsExactly(0, 0, 20, 0, 0, 0, 0, 0, 0, 20, 0);
        // "Review test/neg/0_2.txt<br />café 🎬" is four words between blanks
        assertThat(test.words()).isEqualTo(new DatasetStats.Lengths(4, 4, 4));
        // 10 of 20 a class have one digit more
        assertThat(test.characters()).isEqualTo(new DatasetStats.Lengths(35.5, 35.5, 36));
    }

    private Corpus open() throws DataException {
        return Datasets.open(new DatasetSource.ArchiveFile(archive), data, listener);
    }
}

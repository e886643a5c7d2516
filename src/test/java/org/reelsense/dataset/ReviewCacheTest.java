package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.progress.Progress;

class ReviewCacheTest {

    private static final String SHA = "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    @Test
    void load_storedReviews_areTheSame() {
        ReviewCache cache = new ReviewCache(folder);
        Reviews reviews = reviews("");
        cache.store(SHA, reviews, Progress.SILENT);
        assertThat(cache.load(SHA, Progress.SILENT)).contains(reviews);
        assertThat(folder).isDirectoryContaining("glob:**/reviews-0123456789abcdef.cache");
    }

    @Test
    void load_reviewsOverManyBlocks_areTheSame() {
        ReviewCache cache = new ReviewCache(folder);
        Reviews reviews = reviews("\u00e9 ".repeat(400_000));
        cache.store(SHA, reviews, Progress.SILENT);
        assertThat(cache.load(SHA, Progress.SILENT)).contains(reviews);
    }

    @Test
    void load_nothingStored_isEmptyAndSilent() {
        TestData.Listener listener = new TestData.Listener();
        assertThat(new ReviewCache(folder).load(SHA, listener)).isEmpty();
        assertThat(listener.lines).isEmpty();
    }

    @Test
    void load_damagedFile_isEmptyAndSaid() throws IOException {
        TestData.write(folder.resolve("reviews-0123456789abcdef.cache"), TestData.bytes("REELREVS and so on"));
        TestData.Listener listener = new TestData.Listener();
        assertThat(new ReviewCache(folder).load(SHA, listener)).isEmpty();
        assertThat(listener.lines).singleElement().asString().contains("building it again");
    }

    @Test
    void store_unwritableFolder_isSaidAndIgnored() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        TestData.Listener listener = new TestData.Listener();
        new ReviewCache(file).store(SHA, reviews(""), listener);
        assertThat(listener.lines).singleElement().asString().contains("cannot be written");
    }

    @Test
    void read_everyFlippedBit_isNoticed() throws IOException {
        byte[] good = written();
        for (int i = 0; i < good.length; i++) {
            byte[] damaged = good.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            assertDamaged(damaged);
        }
    }

    @Test
    void read_everyTruncation_isNoticed() throws IOException {
        byte[] good = written();
        for (int length = 0; length < good.length; length++) {
            assertDamaged(TestData.start(good, length));
        }
        assertDamaged(Arrays.copyOf(good, good.length + 1));
    }

    @Test
    void read_randomBytesAfterAGoodStart_areNoticed() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[100];
            random.nextBytes(noise);
            System.arraycopy(written(), 0, noise, 0, 12);
            assertDamaged(noise);
        }
    }

    @Test
    void read_cacheOfAnotherArchive_isNoticed() throws IOException {
        byte[] good = written();
        assertThatExceptionOfType(CacheFormat.Damaged.class)
                .isThrownBy(() -> CacheReader.read(new ByteArrayInputStream(good), "f".repeat(64)))
                .withMessageContaining("another archive");
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CacheWriter.write(out, SHA, reviews(""));
        return out.toByteArray();
    }

    private static void assertDamaged(byte[] bytes) {
        assertThatExceptionOfType(CacheFormat.Damaged.class)
                .isThrownBy(() -> CacheReader.read(new ByteArrayInputStream(bytes), SHA));
    }

    private static Reviews reviews(String more) {
        return new Reviews(
                List.of(
                        new Review(
                                "train/neg/0_1", "Bad. caf\u00e9 \ud83c\udfac\u0000" + more, Label.NEGATIVE, 1, "tt1"),
                        new Review("train/pos/0_10", "" + more, Label.POSITIVE, 10, "tt2")),
                List.of(new Review("test/pos/a", "Good." + more, Label.POSITIVE, 0, "")),
                List.of(Review.unlabelled("train/unsup/0_0", "Hm." + more, "tt1")));
    }
}

package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;
import org.reelsense.text.Vocabulary;

class VectorCacheTest {

    private static final List<int[]> REVIEWS = TwoTopics.reviews(20);
    private static final EmbeddingSpec SPEC = new EmbeddingSpec(4, 2, 1, 1, 0, 1);

    private static float[] values;
    private static String name;
    private static byte[] whole;

    @TempDir
    Path folder;

    private final Heard listener = new Heard();
    private VectorCache cache;

    /** What may have happened to a file since it was written. */
    enum Damage {
        EMPTY,
        CUT_IN_THE_VALUES,
        CUT_IN_THE_CHECKSUM,
        VALUE_CHANGED,
        SECONDS_CHANGED,
        OTHER_MAGIC;

        byte[] to(byte[] whole) {
            return switch (this) {
                case EMPTY -> new byte[0];
                case CUT_IN_THE_VALUES -> Arrays.copyOf(whole, 50);
                case CUT_IN_THE_CHECKSUM -> Arrays.copyOf(whole, whole.length - 1);
                case VALUE_CHANGED -> flipped(whole, 100);
                case SECONDS_CHANGED -> flipped(whole, 12);
                case OTHER_MAGIC -> flipped(whole, 7);
            };
        }

        private static byte[] flipped(byte[] whole, int at) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            return changed;
        }
    }

    @BeforeAll
    static void train(@TempDir Path shared) throws IOException, InterruptedException {
        values = new VectorCache(shared)
                .get(SPEC, "text", TwoTopics.VOCABULARY, () -> REVIEWS, 1, Progress.SILENT)
                .vectors()
                .values();
        try (Stream<Path> files = Files.list(shared)) {
            Path file = files.findFirst().orElseThrow();
            name = file.getFileName().toString();
            whole = Files.readAllBytes(file);
        }
    }

    @BeforeEach
    void open() {
        cache = new VectorCache(folder.resolve("made/when/needed"));
    }

    @Test
    void get_secondTime_readsTheSameAndTrainsNothing() throws IOException, InterruptedException {
        TrainedVectors trained = get(SPEC, "text", TwoTopics.VOCABULARY);
        TrainedVectors read = get(SPEC, "text", TwoTopics.VOCABULARY);

        assertThat(read.vectors().values()).isEqualTo(trained.vectors().values());
        assertThat(read.vectors().dimension()).isEqualTo(4);
        assertThat(read.seconds()).isEqualTo(trained.seconds());
        assertThat(read.words()).isEqualTo(trained.words());
        assertThat(listener.begun).hasSize(1);
        assertThat(listener.said)
                .singleElement()
                .asString()
                .contains("word vectors: from")
                .contains(file().toString());
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void get_damagedFile_trainsAnewAndMendsIt(Damage damage) throws IOException, InterruptedException {
        Path kept = Files.createDirectories(folder.resolve("made/when/needed")).resolve(name);
        Files.write(kept, damage.to(whole));

        TrainedVectors again = get(SPEC, "text", TwoTopics.VOCABULARY);

        assertThat(listener.begun).hasSize(1);
        get(SPEC, "text", TwoTopics.VOCABULARY);
        assertThat(listener.begun).hasSize(1);
        assertThat(again.vectors().values()).isEqualTo(values);
    }

    @Test
    void get_otherSpecTextOrVocabulary_isAnotherFile() throws IOException, InterruptedException {
        get(SPEC, "text", TwoTopics.VOCABULARY);
        get(new EmbeddingSpec(4, 2, 1, 1, 0, 2), "text", TwoTopics.VOCABULARY);
        get(SPEC, "other text", TwoTopics.VOCABULARY);
        get(SPEC, "text", TwoTopics.vocabulary("other"));

        assertThat(listener.begun).hasSize(4);
        assertThat(files()).hasSize(4);
    }

    @Test
    void get_fileOfOtherSpecUnderItsName_trainsAnew() throws IOException, InterruptedException {
        get(SPEC, "text", TwoTopics.VOCABULARY);
        Path narrow = file();
        get(new EmbeddingSpec(5, 2, 1, 1, 0, 1), "text", TwoTopics.VOCABULARY);
        Path wide = files().stream()
                .filter(file -> !file.equals(narrow))
                .findFirst()
                .orElseThrow();
        byte[] right = Files.readAllBytes(narrow);
        Files.copy(wide, narrow, StandardCopyOption.REPLACE_EXISTING);

        TrainedVectors trained = get(SPEC, "text", TwoTopics.VOCABULARY);

        assertThat(listener.begun).hasSize(3);
        assertThat(trained.vectors().dimension()).isEqualTo(4);
        assertThat(Files.size(narrow)).isEqualTo(right.length);
    }

    @Test
    void get_folderCannotBeMade_saysSo() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        cache = new VectorCache(file);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> get(SPEC, "text", TwoTopics.VOCABULARY))
                .withMessageContaining(file.toString());
    }

    private TrainedVectors get(EmbeddingSpec spec, String text, Vocabulary vocabulary)
            throws IOException, InterruptedException {
        return cache.get(spec, text, vocabulary, () -> REVIEWS, 1, listener);
    }

    private Path file() throws IOException {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("made/when/needed"))) {
            return files.sorted().toList();
        }
    }
}

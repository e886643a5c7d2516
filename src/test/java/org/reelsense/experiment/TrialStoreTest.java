package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

class TrialStoreTest {

    private static final Trial GRU_1 = new Trial(ModelKind.named("gru"), 1);
    private static final Trial GRU_2 = new Trial(ModelKind.named("gru"), 2);
    private static final ScoredTrial SCORED = MadeTrials.network("gru", 1, 5, "1101");
    private static final RunIdentity IDENTITY = identity("settings", "jdk", 4);

    private final Heard heard = new Heard();

    @TempDir
    Path path;

    private RunFolder folder;
    private RunLock lock;

    private static RunIdentity identity(String settings, String jdk, int test) {
        return new RunIdentity(
                new RunRecord.Dataset("d", "0", 8, 4, test, 0, "t"),
                new RunRecord.Machine("os", "cpu", 2, jdk, "engine", 1),
                "commit",
                settings,
                "float",
                3,
                null,
                "2026-01-01T00:00:00Z");
    }

    @BeforeEach
    void take() throws IOException {
        folder = new RunFolder(path.resolve("run"));
        lock = RunLock.take(folder);
    }

    @AfterEach
    void letGo() throws IOException {
        lock.close();
    }

    private TrialStore open() throws IOException {
        return TrialStore.open(lock, IDENTITY, heard);
    }

    @Test
    void find_kept_givesTheSame() throws Exception {
        open().keep(GRU_1, SCORED);

        ScoredTrial found = open().find(GRU_1).orElseThrow();

        assertThat(found.model()).isEqualTo(SCORED.model());
        assertThat(found.dev()).isEqualTo(SCORED.dev());
        assertThat(found.test()).isEqualTo(SCORED.test());
        assertThat(open().find(GRU_2)).isEmpty();
        assertThat(heard.said).containsOnly("goes on with the run begun at 2026-01-01T00:00:00Z");
    }

    @Test
    void keep_trialWithACheckpoint_removesThat() throws Exception {
        TrialStore store = open();
        Files.writeString(folder.checkpoint("gru-1"), "weights");

        store.keep(GRU_1, SCORED);

        assertThat(folder.checkpoint("gru-1")).doesNotExist();
    }

    /** As somebody would have it who copies files about. */
    @Test
    void find_fileOfAnotherTrial_isNotBelieved() throws Exception {
        TrialStore store = open();
        store.keep(GRU_1, SCORED);
        Files.copy(finished("gru-1"), finished("gru-2"));

        assertThat(store.find(GRU_2)).isEmpty();
        assertThat(heard.said)
                .containsExactly(
                        finished("gru-2") + " is damaged (it is of another trial): gru, seed 2 is trained again");
    }

    @Test
    void find_otherNumberOfReviews_isNotBelieved() throws Exception {
        TrialStore store = open();
        store.keep(GRU_1, MadeTrials.network("gru", 1, 5, "110"));

        assertThat(store.find(GRU_1)).isEmpty();
        assertThat(heard.said)
                .singleElement()
                .asString()
                .contains("it has not one probability for each of 4 dev reviews");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 100, -1})
    void find_fileCutShort_isTrainedAgain(int bytes) throws Exception {
        TrialStore store = open();
        store.keep(GRU_1, SCORED);
        byte[] whole = Files.readAllBytes(finished("gru-1"));
        Files.write(finished("gru-1"), Arrays.copyOf(whole, bytes < 0 ? whole.length + bytes : bytes));

        assertThat(store.find(GRU_1)).isEmpty();
        assertThat(heard.said).singleElement().asString().contains("is damaged", "gru, seed 1 is trained again");
    }

    @Test
    void find_interrupted_isNoDamage() throws Exception {
        TrialStore store = open();
        store.keep(GRU_1, SCORED);

        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> store.find(GRU_1));
        assertThat(Thread.interrupted()).isFalse();
        assertThat(heard.said).isEmpty();
        assertThat(store.find(GRU_1)).isPresent();
    }

    /** What a kill in the middle of a write leaves, here and beside. */
    @Test
    void open_halfFiles_areRemoved() throws Exception {
        String half = ".gru-1.safetensors-0123456789abcdef.reelsense";
        open();
        List<Path> left =
                List.of(folder.path(), folder.checkpoints(), folder.path().resolve("models"));
        for (Path place : left) {
            Files.writeString(Files.createDirectories(place).resolve(half), "half");
        }

        open();

        assertThat(left).allSatisfy(place -> assertThat(place.resolve(half)).doesNotExist());
    }

    @Test
    void open_trialsWithoutTheirIdentity_areRefused() throws Exception {
        open().keep(GRU_1, SCORED);
        Files.delete(folder.checkpoints().resolve("run.json"));

        assertThatIllegalArgumentException()
                .isThrownBy(this::open)
                .withMessage("out: " + folder.checkpoints() + " holds gru-1.finished.safetensors but no run.json that"
                        + " says of what run it is; delete " + folder.checkpoints()
                        + " to start from the beginning, or choose another folder");
    }

    @ParameterizedTest
    @CsvSource({
        "settings 2, jdk, 4, the settings",
        "settings, jdk 2, 4, Java was jdk and is now jdk 2",
        "settings, jdk, 5, the data was Dataset",
    })
    void open_somethingElse_isNamed(String settings, String jdk, int test, String message) throws Exception {
        open();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrialStore.open(lock, identity(settings, jdk, test), Progress.SILENT))
                .withMessageContaining("holds an unfinished run of something else (" + message)
                .withMessageContaining("start it as it was, or choose another folder");
    }

    /** Two texts of one hash code. */
    @Test
    void open_settingsOfTheSameHash_areStillOthers() throws Exception {
        TrialStore.open(lock, identity("Aa", "jdk", 4), Progress.SILENT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrialStore.open(lock, identity("BB", "jdk", 4), Progress.SILENT))
                .withMessageContaining("the settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{", "{\"dataset\": {}, \"machine\": {}}"})
    void open_identityDamaged_namesTheFile(String content) throws Exception {
        open();
        Path identity = folder.checkpoints().resolve("run.json");
        Files.writeString(identity, content);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(this::open)
                .withMessageContaining(identity + " is damaged: ")
                .withMessageContaining("delete its folder to start from the beginning");
    }

    @Test
    void clear_everyTrial_leavesTheLockAlone() throws Exception {
        TrialStore store = open();
        store.keep(GRU_1, SCORED);

        store.clear(List.of(GRU_1, GRU_2));

        assertThat(folder.checkpoints().toFile().list()).containsExactly("lock");
    }

    @Test
    void clear_otherTrialsLeft_staysToGoOn() throws Exception {
        TrialStore store = open();
        store.keep(GRU_1, SCORED);
        store.keep(GRU_2, MadeTrials.network("gru", 2, 5, "1101"));

        store.clear(List.of(GRU_1));

        assertThat(open().find(GRU_1)).isEmpty();
        assertThat(open().find(GRU_2)).isPresent();
    }

    private Path finished(String trial) {
        return folder.checkpoints().resolve(trial + ".finished.safetensors");
    }
}

package org.reelsense.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ContestantTest {

    private static final Setting SETTING = new Setting(Map.of("cell", "lstm"));

    @TempDir
    private Path folder;

    private Contestant start(int processes, Map<String, String> environment) throws IOException {
        return start("echo", processes, environment, Duration.ofMinutes(1));
    }

    private Contestant start(String row, int processes, Map<String, String> environment, Duration patience)
            throws IOException {
        return Contestant.start(
                new Launch(
                        row,
                        EchoEngine.class,
                        System.getProperty("java.class.path"),
                        List.of("-Xmx32m"),
                        environment,
                        processes),
                folder,
                patience);
    }

    @Test
    void prepare_environmentGiven_reachesTheWorkerWhateverItPrints() throws IOException {
        try (Contestant echo = start(1, Map.of("OMP_NUM_THREADS", "1"))) {
            assertThat(echo.prepare(SETTING)).isEqualTo(Map.of("threads", "1", "part", "0/1"));
            assertThat(echo.probe("four")).containsExactly(4);
        }
    }

    @Test
    void run_twoProcesses_addTheirWorkAndTakeTheSlowersTime() throws IOException {
        try (Contestant echo = start(2, Map.of())) {
            echo.prepare(SETTING);

            assertThat(echo.run(5, 3)).isEqualTo(new Turn(6, 10, 2));
        }
    }

    @Test
    void run_engineThrows_saysWhatAndWhereAndGoesOn() throws IOException {
        try (Contestant echo = start(1, Map.of())) {
            echo.prepare(SETTING);

            assertThatIOException()
                    .isThrownBy(() -> echo.run(0, 101))
                    .withMessageContainingAll("echo", "units: 101 are too many", "echo.log");
            assertThat(echo.run(0, 100).reviews()).isEqualTo(100);
        }
    }

    @Test
    void probe_processDies_saysSo() throws IOException {
        try (Contestant echo = start(1, Map.of())) {
            assertThatIOException()
                    .isThrownBy(() -> echo.probe("die"))
                    .withMessageContaining("ended without an answer");
        }
    }

    @Test
    void run_oneOfTwoProcessesFails_theOthersAnswerIsNotTakenForTheNext() throws IOException {
        try (Contestant echo = start(2, Map.of())) {
            echo.prepare(SETTING);
            assertThatIOException().isThrownBy(() -> echo.run(0, 101)).withMessageContaining("echo 1");

            assertThat(echo.run(0, 7).reviews()).isEqualTo(14);
        }
    }

    @Test
    void probe_longerThanPatience_isGivenUpAndStartedAnewByPrepare() throws IOException {
        try (Contestant echo = start("echo", 1, Map.of(), Duration.ofSeconds(5))) {
            echo.prepare(SETTING);
            assertThatIOException().isThrownBy(() -> echo.probe("sleep")).withMessage("echo: no answer after 5 s");
            assertThatIOException().isThrownBy(() -> echo.probe("four"));

            echo.prepare(SETTING);

            assertThat(echo.probe("four")).containsExactly(4);
        }
    }

    @Test
    void close_temporaryFilesLeftByAWorkerThatDied_areGone() throws IOException {
        try (Contestant echo = start(1, Map.of())) {
            echo.probe("leave a file");
            assertThat(folder).isDirectoryRecursivelyContaining("glob:**/echo*.tmp");
            assertThatIOException().isThrownBy(() -> echo.probe("die"));
        }

        assertThat(folder).isDirectoryNotContaining(Files::isDirectory);
        assertThat(folder).isDirectoryNotContaining("glob:**/*.tmp");
    }

    @Test
    void able_oneFails_isLeftOutByNameAndReason() throws IOException {
        RowNotes notes = new RowNotes();
        try (Contestant fails = start(1, Map.of());
                Contestant works = start(1, Map.of())) {
            SettingNotes at = notes.at("lstm 64");

            List<Contestant> able = at.able(List.of(fails, works), who -> who.probe(who == fails ? "die" : "four"));

            assertThat(able).containsExactly(works);
            assertThat(notes.leftOut()).containsOnlyKeys("lstm 64: echo");
            assertThat(notes.leftOut().get("lstm 64: echo")).contains("ended without an answer");
        }
    }

    @Test
    void inTurns_oneFailsInTheSecondRound_hasNoTurnsAndTheOtherGoesOn() throws IOException {
        RowNotes notes = new RowNotes();
        try (Contestant one = start(1, Map.of());
                Contestant two = start("two", 1, Map.of(), Duration.ofMinutes(1))) {
            one.prepare(SETTING);
            two.prepare(SETTING);

            Map<String, List<Turn>> turns = Rounds.inTurns(
                    List.of(one, two),
                    3,
                    (who, round) -> who.run(round, who == one && round == 1 ? 101 : 1),
                    notes.at("lstm"));

            assertThat(turns).containsOnlyKeys("two");
            assertThat(turns.get("two")).hasSize(3);
            assertThat(notes.leftOut().get("lstm: echo")).contains("101 are too many");
        }
    }

    @Test
    void inTurns_threeRounds_eachRowHasATurnARound() throws IOException {
        try (Contestant one = start(1, Map.of())) {
            one.prepare(SETTING);

            Map<String, List<Turn>> turns =
                    Rounds.inTurns(List.of(one), 3, (who, round) -> who.run(round, 1), new RowNotes().at("lstm"));

            assertThat(turns).containsOnlyKeys("echo");
            assertThat(turns.get("echo")).extracting(Turn::tokens).containsExactly(0L, 1L, 2L);
        }
    }
}

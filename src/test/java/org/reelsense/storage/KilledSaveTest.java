package org.reelsense.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.fault.disk.WatchedFiles;

/** Processes that save are killed (SIGKILL), at any moment and before and after every step of a save. */
@Tag("fault")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a watched process opens folders, which Windows cannot")
class KilledSaveTest {

    /** Longer than several saves take, so that the moment falls anywhere in one. */
    private static final int LONGEST_WAIT_MICROSECONDS = 40_000;

    private static final List<SavedKind> QUICK = List.of(SavedKind.MODEL, SavedKind.CHECKPOINT, SavedKind.RESULTS);

    @TempDir
    Path folder;

    private final List<String> moments = new ArrayList<>();
    private int kills;
    private int corrupt;
    private int oldOnes;
    private int strays;
    private int straysAfterNextStart;

    @Test
    void save_killedAtRandomMoments_oldOrNewAndNextStartTidiesUp() throws Exception {
        Random random = new Random(20_261_122);
        List<SavedKind> kinds = FaultRun.full() ? List.of(SavedKind.values()) : QUICK;
        int tries = FaultRun.tries(9, 200);
        for (int i = 0; i < tries; i++) {
            Process child = child(kinds.get(i % kinds.size()), 0);
            moments.add(firstLine(child));
            TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_WAIT_MICROSECONDS));
            kill(kinds.get(i % kinds.size()), child);
        }
        check("kill-at-random-moments");
        assertThat(kills).isEqualTo(tries);
        assertThat(moments).containsOnly("saving");
    }

    @Test
    void save_killedAtEveryStep_oldOrNewAndNextStartTidiesUp() throws Exception {
        for (SavedKind kind : FaultRun.full() ? SavedKind.values() : new SavedKind[] {SavedKind.MODEL}) {
            String moment = "";
            for (int step = 1; !moment.equals("no such step"); step++) {
                Process child = child(kind, step);
                moment = firstLine(child);
                moments.add(moment);
                tidyBeside(kind);
                kill(kind, child);
            }
        }
        check("kill-at-every-step");
        assertThat(moments).contains("OPEN", "WRITE", "FORCE", "MOVE", "FORCE_FOLDER", "CLOSE", "no such step");
        assertThat(strays).isPositive();
    }

    /** Whoever tidies up while another writes takes nothing from it. */
    private void tidyBeside(SavedKind kind) throws IOException {
        String[] before = place(kind).toFile().list();
        DurableFile.removeHalfFiles(place(kind));
        assertThat(place(kind).toFile().list()).containsExactlyInAnyOrder(before);
    }

    private Process child(SavedKind kind, int step) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        if (step > 0) {
            command.add("-Djava.nio.file.spi.DefaultFileSystemProvider=" + WatchedFiles.class.getName());
        }
        command.addAll(
                List.of(SavingChild.class.getName(), kind.name(), place(kind).toString(), Integer.toString(step)));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private Path place(SavedKind kind) throws IOException {
        return Files.createDirectories(folder.resolve(kind.name()));
    }

    private String firstLine(Process child) throws IOException {
        BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line).as(Files.readString(folder.resolve("errors"))).isNotNull();
        return line;
    }

    /** SIGKILL; then the file is looked at, and then the next start. */
    private void kill(SavedKind kind, Process child) throws IOException, InterruptedException {
        child.destroyForcibly();
        assertThat(child.waitFor()).isEqualTo(137);
        kills++;
        Path place = place(kind);
        byte[] now = Files.readAllBytes(kind.in(place));
        boolean old = Arrays.equals(now, content(kind, 0));
        oldOnes += old ? 1 : 0;
        corrupt += old || Arrays.equals(now, content(kind, 1)) ? 0 : 1;
        kind.load(place);
        strays += place.toFile().list().length - 1;
        DurableFile.requireWritable(kind.in(place));
        straysAfterNextStart += place.toFile().list().length - 1;
    }

    private byte[] content(SavedKind kind, int content) throws IOException {
        Path clean = folder.resolve("clean-" + content);
        if (!Files.exists(kind.in(clean))) {
            kind.write(clean, content);
        }
        return Files.readAllBytes(kind.in(clean));
    }

    private void check(String name) throws IOException {
        new FaultRun(1, name)
                .count("kills", kills)
                .count("corrupt files", corrupt)
                .count("old content", oldOnes)
                .count("new content", kills - oldOnes - corrupt)
                .count("half files left by the kills", strays)
                .count("half files after the next start", straysAfterNextStart)
                .write();
        assertThat(corrupt).isZero();
        assertThat(straysAfterNextStart).isZero();
    }
}

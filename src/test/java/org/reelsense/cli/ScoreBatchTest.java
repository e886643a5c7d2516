package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;

/** A process that scores a thousand files of which ten are bad. The time limit is against one that hangs. */
@Tag("fault")
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "makes named pipes, and files of /proc that cannot be read")
class ScoreBatchTest {

    private static final int FILES = 1_000;

    /** Those behind it are opened once something was read from it. */
    private static final int FED_PIPE = 300;

    private static final Path UNREADABLE = Path.of("/proc/self/mem");
    private static final String LINE = "\\S+\t(positive|negative)\t[01]\\.\\d+";

    /** With long names, so that the results are more than a pipe holds. */
    @TempDir
    Path folder;

    private final List<String> files = new ArrayList<>();
    private final Set<String> bad = new TreeSet<>();
    private final List<String> vanishing = new ArrayList<>();

    @BeforeEach
    void makeFiles() throws IOException, InterruptedException {
        SmallModel.write(folder.resolve("model.safetensors"));
        for (int i = 0; i < FILES; i++) {
            files.add("r".repeat(90) + i + ".txt");
            Files.writeString(folder.resolve(files.get(i)), i % 2 == 0 ? "A good film " + i : "bad " + i);
        }
        spoil();
    }

    private void spoil() throws IOException, InterruptedException {
        for (int i : List.of(5, 900)) {
            Files.delete(folder.resolve(bad(i)));
            Files.delete(folder.resolve(bad(i + 1)));
            Files.createDirectory(folder.resolve(files.get(i + 1)));
            Files.delete(folder.resolve(bad(i + 2)));
            makePipe(files.get(i + 2));
            Files.delete(folder.resolve(bad(i + 3)));
            Files.createSymbolicLink(folder.resolve(files.get(i + 3)), UNREADABLE);
        }
        vanishing.addAll(List.of(bad(FED_PIPE + 1), bad(FILES - 1)));
        Files.delete(folder.resolve(files.get(FED_PIPE)));
        makePipe(files.get(FED_PIPE));
    }

    private String bad(int index) {
        bad.add(files.get(index));
        return files.get(index);
    }

    private void makePipe(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", name)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Or the folder could not be removed. */
    @AfterEach
    void removeLinks() throws IOException {
        for (int i : List.of(8, 903)) {
            Files.delete(folder.resolve(files.get(i)));
        }
    }

    @Test
    void score_tenOfAThousandFilesBad_restScoredAndTheTenNamed() throws Exception {
        Process run = start("exec \"$@\" > out 2> err");
        feedPipe();
        int code = run.waitFor();

        List<String> lines = lines("out");
        List<String> said = lines("err");
        Set<String> scored = lines.stream().map(line -> line.split("\t")[0]).collect(Collectors.toSet());
        List<String> named = said.stream()
                .filter(line -> line.startsWith("reelsense: "))
                .map(line -> line.split(": ")[1])
                .toList();
        new FaultRun(15, "score-batch")
                .count("files", FILES)
                .count("scored", scored.size())
                .count("named on standard error", named.size())
                .count("exit code", code)
                .count(
                        "partial lines",
                        lines.stream().filter(line -> !line.matches(LINE)).count())
                .note(
                        "bad",
                        "two each of: missing, a folder, a named pipe without a writer, unreadable (EIO), vanishing")
                .write();
        assertThat(code).as(said.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(named).containsExactlyInAnyOrderElementsOf(bad);
        assertThat(scored).hasSize(FILES - bad.size()).doesNotContainAnyElementsOf(bad);
        assertThat(lines).hasSameSizeAs(scored).allMatch(line -> line.matches(LINE));
        assertThat(Files.readString(folder.resolve("err"))).doesNotContain("Exception", "\tat ");
    }

    @Test
    void score_readerGoesAway_endsWellWithWholeLines() throws Exception {
        doWithoutPipe();
        Process run = start("\"$@\" 2> err | head -n 5 > out; exit ${PIPESTATUS[0]}");
        int code = run.waitFor();

        List<String> lines = lines("out");
        new FaultRun(15, "score-into-head")
                .count("exit code", code)
                .count("lines", lines.size())
                .write();
        assertThat(code).as(lines("err").toString()).isEqualTo(ExitCode.OK);
        assertThat(lines).hasSize(5).allMatch(line -> line.matches(LINE));
        assertThat(Files.readString(folder.resolve("err"))).doesNotContain("Exception", "\tat ");
    }

    @Test
    void score_fullOutput_saysSoAndExits3() throws Exception {
        doWithoutPipe();
        Process run = start("exec \"$@\" > /dev/full 2> err");
        int code = run.waitFor();

        List<String> said = lines("err");
        new FaultRun(15, "score-to-full-disk").count("exit code", code).write();
        assertThat(code).as(said.toString()).isEqualTo(ExitCode.DATA);
        assertThat(said.get(said.size() - 1))
                .startsWith("reelsense: cannot write to standard output: ")
                .contains("No space left on device");
    }

    /** A writer that comes while the process reads, and by which files behind it are gone. */
    private void feedPipe() throws IOException {
        try (OutputStream pipe = Files.newOutputStream(folder.resolve(files.get(FED_PIPE)))) {
            for (String name : vanishing) {
                Files.deleteIfExists(folder.resolve(name));
            }
            pipe.write("A good film from a pipe".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** For a process that may end before it comes to it. */
    private void doWithoutPipe() throws IOException {
        Path pipe = folder.resolve(files.get(FED_PIPE));
        Files.delete(pipe);
        Files.writeString(pipe, "A good film from a file");
    }

    private Process start(String shell) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                shell,
                "score",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Main.class.getName(),
                "score",
                "--model",
                "model.safetensors",
                "--threads",
                "1"));
        command.addAll(files);
        return new ProcessBuilder(command).directory(folder.toFile()).start();
    }

    /** Absolute, for the process runs in another folder. */
    private static String classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }
}

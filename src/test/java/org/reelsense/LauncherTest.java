package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a folder of its own, with the real program and a stand-in for Maven that counts its builds. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String BUILDING = "reelsense: building (first use, or sources changed) ...\n";
    private static final String TOKENS = "{\"tokens\":[\"fine\"]}\n";

    /** Far more than any of these starts takes on a busy machine. */
    private static final int MOST_SECONDS = 120;

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void lay() throws IOException {
        Files.copy(Path.of("reelsense"), at("reelsense"));
        at("reelsense").toFile().setExecutable(true);
        Files.createDirectories(at("src/main"));
        Files.createDirectories(at("bin"));
        writeJar(at("bin/built.jar"));
        Files.writeString(at("pom.xml"), "<project/>");
        Files.writeString(at("fine.txt"), "Fine");
        Files.writeString(at("bin/mvn"), """
                #!/bin/sh
                echo built >>"%s"
                mkdir -p target/lib
                cp "%s" target/reelsense.jar
                """.formatted(at("builds"), at("bin/built.jar")));
        at("bin/mvn").toFile().setExecutable(true);
    }

    @Test
    void start_twice_buildsOnce() throws IOException, InterruptedException {
        assertThat(start()).isEqualTo(new Run(0, TOKENS, BUILDING));
        assertThat(start()).isEqualTo(new Run(0, TOKENS, ""));
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void start_sourceNewerThanBuild_buildsAgain() throws IOException, InterruptedException {
        start();
        Path source = Files.writeString(at("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(start()).isEqualTo(new Run(0, TOKENS, BUILDING));
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void start_lockOfAProcessThatIsGone_builds() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        lock(gone.pid());

        assertThat(start()).isEqualTo(new Run(0, TOKENS, BUILDING));
        assertThat(Files.isSymbolicLink(at("target/.building.lock"))).isFalse();
    }

    @Test
    void start_anotherIsBuilding_waitsAndDoesNotBuildAgain() throws IOException, InterruptedException {
        start();
        Files.delete(at("target/lib/.complete"));
        lock(ProcessHandle.current().pid());
        Process waiting = launch(builder());

        String told = waiting.errorReader(StandardCharsets.UTF_8).readLine();
        Files.createFile(at("target/lib/.complete"));
        Files.delete(at("target/.building.lock"));

        assertThat(told)
                .contains("waiting for process " + ProcessHandle.current().pid());
        assertThat(waiting.waitFor()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void start_buildFails_saysSoAndLeavesNoLock() throws IOException, InterruptedException {
        Files.writeString(at("bin/mvn"), "#!/bin/sh\necho no such plugin\nexit 1\n");

        assertThat(start())
                .isEqualTo(new Run(
                        3,
                        "",
                        BUILDING + "no such plugin\nreelsense: the build failed; its log is in "
                                + at("target/build.log") + "\n"));
        assertThat(Files.isSymbolicLink(at("target/.building.lock"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "empty", "cut short", "another file", "one byte wrong"})
    void start_archiveOfClassesDamaged_sameAnswerAndNoNoise(String damage) throws IOException, InterruptedException {
        start();
        try (Stream<Path> files = Files.list(at("target"))) {
            for (Path archive :
                    files.filter(file -> file.toString().endsWith(".jsa")).toList()) {
                damage(archive, damage);
            }
        }

        assertThat(start()).isEqualTo(new Run(0, TOKENS, ""));
    }

    /** Made by a plain {@code mvn package}: Java would find that the archive does not fit, and start slowly for ever. */
    @Test
    void start_jarNewerThanArchiveOfClasses_archivesAnew() throws IOException, InterruptedException {
        start();
        Path archive = archive();
        FileTime old = FileTime.from(Instant.now().minusSeconds(60));
        Files.setLastModifiedTime(archive, old);

        assertThat(start()).isEqualTo(new Run(0, TOKENS, ""));
        assertThat(Files.getLastModifiedTime(archive)).isGreaterThan(old);
    }

    /** As in a folder of somebody else's; root may write anywhere, but into no folder that is not there. */
    @Test
    void start_archiveOfClassesCannotBeMade_sameAnswer() throws IOException, InterruptedException {
        Files.createDirectories(at("jdk/bin"));
        Files.writeString(at("jdk/release"), "JAVA_VERSION=\"17/none\"\n");
        Files.writeString(at("jdk/bin/java"), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(java()));
        at("jdk/bin/java").toFile().setExecutable(true);
        ProcessBuilder builder = builder();
        builder.environment().put("JAVA_HOME", at("jdk").toString());

        assertThat(start(builder)).isEqualTo(new Run(0, TOKENS, BUILDING));
        assertThat(start(builder)).isEqualTo(new Run(0, TOKENS, ""));
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.list(at("target"))) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The shell makes the name, since the test's own Java may be unable to. */
    @Test
    void start_fileNamedInUtf8UnderTheCLocale_isFound() throws IOException, InterruptedException {
        start();
        Files.move(at("reelsense"), at("launcher"));
        Files.writeString(at("reelsense"), """
                #!/bin/sh
                name=$(printf 'gr\\303\\266\\303\\237e.txt')
                mv fine.txt "$name"
                exec ./launcher tokenize "$name"
                """);
        at("reelsense").toFile().setExecutable(true);

        assertThat(start()).isEqualTo(new Run(0, TOKENS, ""));
    }

    private static void damage(Path archive, String damage) throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        Files.delete(archive); // it is read-only
        switch (damage) {
            case "absent" -> {}
            case "empty" -> Files.createFile(archive);
            case "cut short" -> Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
            case "another file" -> Files.write(archive, "x".repeat(bytes.length).getBytes(StandardCharsets.UTF_8));
            default -> {
                if (bytes.length > 0) {
                    bytes[bytes.length / 2] ^= 0x5a;
                }
                Files.write(archive, bytes);
            }
        }
    }

    private void lock(long process) throws IOException {
        Files.createDirectories(at("target"));
        Files.createSymbolicLink(at("target/.building.lock"), Path.of(Long.toString(process)));
    }

    private Run start() throws IOException, InterruptedException {
        return start(builder());
    }

    private Run start(ProcessBuilder builder) throws IOException, InterruptedException {
        File out = at("out").toFile();
        File err = at("err").toFile();
        int code = launch(builder.redirectOutput(out).redirectError(err)).waitFor();
        return new Run(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    /** Ends it after a while, so that a lock which nobody drops fails a test and does not hang it. */
    private static Process launch(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder =
                new ProcessBuilder(at("reelsense").toString(), "tokenize", "fine.txt").directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", at("bin").toString(), (path, first) -> first + File.pathSeparator + path);
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("REELSENSE_JAVA_OPTS");
        return builder;
    }

    private long builds() throws IOException {
        return Files.readAllLines(at("builds")).size();
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    /** A real jar, for Java archives no classes of folders. */
    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.reelsense.cli.Main");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, libraries());
        Path classes = Path.of("target/classes");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> all = Files.walk(classes)) {
            for (Path source : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(source).toString()));
                Files.copy(source, out);
            }
        }
    }

    private static String libraries() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }
}

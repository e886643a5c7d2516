package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ND4J carries old parsers inside its own jars, which cannot be replaced (SECURITY.md lists them). This watches that the only
 * command that starts ND4J loads none of them, with all Java deserialization refused.
 */
class ShadedLibrariesTest {

    private static final long MOST_MINUTES = 3;
    private static final List<String> PARSERS = List.of(
            "org.nd4j.shade.jackson.databind.ObjectMapper",
            "org.nd4j.shade.jackson.core.JsonParser",
            "org.nd4j.shade.jackson.dataformat",
            "org.nd4j.shade.yaml.snakeyaml",
            "org.yaml.snakeyaml",
            "org.nd4j.shade.wstx",
            "org.nd4j.shade.guava.io.FileBackedOutputStream",
            "org.nd4j.shade.guava.io.Files ",
            "org.nd4j.shade.protobuf.CodedInputStream",
            "org.nd4j.shade.protobuf.TextFormat",
            "com.google.gson.stream.JsonReader",
            "org.deeplearning4j.util.ModelSerializer");

    @Test
    void dl4jEngine_training_loadsNoneOfTheShadedParsers(@TempDir Path folder) throws Exception {
        Path loaded = folder.resolve("classes.txt");
        Path said = folder.resolve("said.txt");
        Process process = start(folder, loaded, said);

        assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        try (Stream<String> lines = Files.lines(loaded)) {
            List<String> classes = lines.filter(line -> line.contains(".jar")).toList();
            assertThat(classes).as("the log shows ND4J at work").anyMatch(line -> line.contains("org.nd4j.linalg."));
            assertThat(classes).noneMatch(line -> PARSERS.stream().anyMatch(line::contains));
        }
    }

    private static Process start(Path folder, Path loaded, Path said) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.serialFilter=!*",
                "-Xlog:class+load:file=" + loaded,
                "-Dreelsense.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.reelsense.cli.Main",
                "embed",
                "train",
                "--engine=dl4j",
                "--dataset=sample",
                "--dimension=16",
                "--data=" + folder.resolve("data"),
                "--out=" + folder.resolve("vectors.txt"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}

package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.model.RandomModels;

/** What somebody who uses the library meets. */
class PublicDoorTest {

    @TempDir
    private Path folder;

    /** Only the JDK's types and this package's own, so that a library can change without its users. */
    @Test
    void signatures_ofTheRootPackage_nameNoOtherType() {
        List<JavaClass> door = new ClassFileImporter()
                        .importUrl(SentimentClassifier.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation())
                        .stream()
                        .filter(one -> one.getPackageName().equals("org.reelsense"))
                        .filter(one -> one.getModifiers().contains(JavaModifier.PUBLIC))
                        .toList();
        Set<String> named = door.stream()
                .flatMap(one -> one.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(unit -> Stream.of(
                                unit.getAllInvolvedRawTypes().stream(),
                                unit.getExceptionTypes().stream().map(type -> type.toErasure()))
                        .flatMap(types -> types))
                .map(type -> type.getBaseComponentType().getPackageName())
                .collect(Collectors.toSet());

        assertThat(door).hasSizeGreaterThanOrEqualTo(6);
        assertThat(named)
                .contains("org.reelsense", "java.nio.file")
                .allMatch(name -> name.isEmpty() || name.startsWith("java.") || name.equals("org.reelsense"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void plainMain_inAFreshProcess_predictsTheSameWithOneThreadAWorker() throws IOException, InterruptedException {
        Path model = folder.resolve("model.safetensors");
        RandomModels.lstm().write(model);
        List<String> texts = List.of("word1 word2", "word3");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PlainMain.class.getName(),
                model.toString(),
                texts.get(0),
                texts.get(1));
        java.environment().put("OMP_NUM_THREADS", "4");
        Process process = java.redirectError(folder.resolve("errors").toFile()).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).isZero();
        try (SentimentClassifier classifier = SentimentClassifier.load(model)) {
            assertThat(lines).hasSize(3);
            assertThat(lines.subList(0, 2))
                    .isEqualTo(classifier.classify(texts).stream()
                            .map(prediction -> String.valueOf(prediction.probability()))
                            .toList());
            int tasks = Integer.parseInt(lines.get(2));
            assertThat(tasks).as("threads that compute").isBetween(1, 3);
        }
    }
}

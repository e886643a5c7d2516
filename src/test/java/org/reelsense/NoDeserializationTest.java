package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.cli.CommandRun;
import org.reelsense.fault.FaultRun;

/** Nothing that is handed in can become code: not by us, and not by a library behind our back. */
@Tag("fault")
class NoDeserializationTest {

    private static final String DESCRIPTION = "Java-serialised objects, which are never read because they can run code";

    @TempDir
    private Path folder;

    @Test
    void classes_allOfOurs_useNothingThatMakesCodeOfFiles() throws IOException {
        long uses = ArchitectureTest.rulesAgainstCode().stream()
                .map(rule -> rule.evaluate(ArchitectureTest.CLASSES))
                .mapToLong(result -> result.getFailureReport().getDetails().size())
                .sum();
        int classes = ArchitectureTest.CLASSES.size();
        new FaultRun(6, "no-deserialization")
                .count("classes scanned", classes)
                .count("uses", uses)
                .note("suite", "runs under -Djdk.serialFilter=!*, which surefire sets")
                .write();

        assertThat(classes).isGreaterThan(100);
        assertThat(uses).isZero();
    }

    @Test
    void filter_inThisProcess_refusesEveryObject() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of("harmless")));
        }
        assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> {
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                in.readObject();
            }
        });
    }

    /** Whatever it is handed in as. */
    @Test
    void commands_fileOfJavaObjects_refusedByItsFirstBytes() throws IOException {
        assertRefused("--text", "good", "--model", file("model.safetensors"));
        for (String name : List.of("a.txt", "a.csv", "a.tsv", "a.jsonl")) {
            assertRefused(file(name));
        }
        assertRefused("--lines", file("lines.txt"));
        assertSaid(CommandRun.of("embed", "nearest", "good", "--vectors", file("vectors.txt")));
        assertSaid(CommandRun.of(
                "dataset",
                "verify",
                "--archive",
                file("a.tar.gz"),
                "--data",
                folder.resolve("data").toString()));
    }

    private void assertRefused(String... arguments) {
        List<String> command = new ArrayList<>(List.of("score"));
        command.addAll(List.of(arguments));
        assertSaid(CommandRun.of(command.toArray(String[]::new)));
    }

    private static void assertSaid(CommandRun run) {
        assertThat(run.code()).isIn(1, 3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(DESCRIPTION).doesNotContain("Exception", "\tat ");
    }

    private String file(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(List.of("harmless"));
        }
        return Files.write(folder.resolve(name), bytes.toByteArray()).toString();
    }
}

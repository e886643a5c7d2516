package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The other way round: gensim reads what we write. */
class VectorFileInGensimTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = "src/test/reference/make_vector_golden.py";

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireGensim() throws IOException, InterruptedException {
        boolean there = Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", "import gensim")
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
        if (!there) {
            System.err.println("NOT TESTED whether gensim reads our vector files: " + PYTHON
                    + " cannot import gensim; apt-get install python3-gensim");
        }
        assumeTrue(there, PYTHON + " cannot import gensim; apt-get install python3-gensim");
    }

    @ParameterizedTest
    @EnumSource
    void gensim_eachFormatOfOurs_readsTheSameWordsAndBits(VectorFormat format) throws Exception {
        WordVectors vectors =
                VectorFile.read(GoldenVectors.file("gensim-text.txt")).vectors();
        Path file = folder.resolve("ours");
        VectorFile.write(file, format, vectors);

        String json = run(List.of(PYTHON, SCRIPT, "--check", file.toString(), format.id()));

        assertThat(GoldenVectors.vectors(new ObjectMapper().readTree(json)).entrySet())
                .hasSize(11)
                .containsExactlyElementsOf(GoldenVectors.vectors(vectors).entrySet());
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("out.json");
        Path errors = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("the script ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(output);
    }
}

package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelsense.PythonScript;

/** The other way round: gensim reads what we write. */
class VectorFileInGensimTest {

    private static final String SCRIPT = "src/test/reference/make_vector_golden.py";

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireGensim() throws IOException, InterruptedException {
        PythonScript.require("gensim", "python3-gensim");
    }

    @ParameterizedTest
    @EnumSource
    void gensim_eachFormatOfOurs_readsTheSameWordsAndBits(VectorFormat format) throws Exception {
        WordVectors vectors =
                VectorFile.read(GoldenVectors.file("gensim-text.txt")).vectors();
        Path file = folder.resolve("ours");
        VectorFile.write(file, format, vectors);

        String json = PythonScript.run(folder, "", SCRIPT, "--check", file.toString(), format.id());

        assertThat(GoldenVectors.vectors(new ObjectMapper().readTree(json)).entrySet())
                .hasSize(11)
                .containsExactlyElementsOf(GoldenVectors.vectors(vectors).entrySet());
    }
}

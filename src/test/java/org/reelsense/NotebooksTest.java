package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks as they are committed; {@code .ci/notebooks} executes them. */
class NotebooksTest {

    private static final Path FOLDER = Path.of("notebooks");

    /** As small as a notebook without a fault can be. */
    private static final String FLAWLESS = """
            {"cells": [
              {"cell_type": "code", "id": "setup", "metadata": {}, "execution_count": 1,
               "source": ["%jar ../target/reelsense.jar"],
               "outputs": [{"output_type": "stream", "name": "stdout", "text": ["../target/reelsense.jar\\n"]}]},
              {"cell_type": "code", "id": "read", "metadata": {}, "execution_count": 2,
               "source": ["DatasetSource.folder(\\"sample\\", path);"], "outputs": []},
              {"cell_type": "code", "id": "show", "metadata": {}, "execution_count": 3,
               "source": ["first(reviews)"],
               "outputs": [{"output_type": "execute_result", "data": {"text/html": ["test/neg/0_3, 3 stars"]}}]}],
             "metadata": {"kernelspec": {"name": "rapaio-jupyter-kernel"}}, "nbformat": 4, "nbformat_minor": 5}
            """;

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void notebooks_all_standInTheirReadme() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));

        assertThat(notebooks()).hasSize(4).allMatch(file -> readme.contains("(" + file.getFileName() + ")"));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void notebook_asCommitted_hasNoFault(Path file) throws IOException {
        assertThat(Notebook.read(file).faults()).isEmpty();
    }

    @Test
    void faults_flawlessNotebook_none() throws IOException {
        assertThat(new Notebook(FLAWLESS).faults()).isEmpty();
    }

    /** A check that nothing can fail protects nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "nbformat": 4                             | "nbformat": 3                              | format
            "rapaio-jupyter-kernel"                   | "python3"                                  | kernel
            "id": "show"                              | "id": "read"                               | id read
            "id": "show"                              | "id": "8f2a91c0"                           | id 8f2a91c0
            "execution_count": 3                      | "execution_count": null                    | show: not executed from top to bottom
            "id": "show", "metadata": {}              | "id": "show", "metadata": {"execution": 1} | show: metadata
            path);"], "outputs": []                   | path)"], "outputs": []                     | read: output is missing
            folder(\\"sample\\",                      | imdb(                                      | read: reads other reviews than the sample's
            folder(\\"sample\\",                      | folder(\\"mine\\",                         | read: reads other reviews than the sample's
            "execute_result"                          | "error"                                    | show: error
            "stdout"                                  | "stderr"                                   | setup: error
            "../target/reelsense.jar\\n"              | "/home/anna/target/reelsense.jar\\n"       | setup: absolute path
            "../target/reelsense.jar\\n"              | "tcp://127.0.0.1\\n"                       | setup: machine or terminal
            3 stars                                   | aclImdb                                    | show: IMDB
            test/neg/0_3                              | test/neg/999_3                             | show: reviews that are not the sample's [test/neg/999_3]
            """)
    void faults_oneThingSpoiled_isNamed(String flawless, String spoiled, String fault) throws IOException {
        assertThat(FLAWLESS).contains(flawless);

        assertThat(new Notebook(FLAWLESS.replace(flawless, spoiled)).faults()).containsExactly(fault);
    }
}

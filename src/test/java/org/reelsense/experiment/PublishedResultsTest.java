package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reviews belong to their authors: none of them, and nothing that shows one, is part of the project. */
class PublishedResultsTest {

    private static final Path RESULTS = Path.of("datasets/results");

    /** How a review of IMDB is called. Whatever shows one says which it is. */
    private static final Pattern REVIEW = Pattern.compile("\\b(train|test)/(neg|pos|unsup)/\\d+_\\d+\\b");

    /** Predictions, and report.md, which never has a text: see MarkdownReportTest. */
    private static final Pattern NAMES_ONLY = Pattern.compile("[.](csv|md)$");

    @Test
    void datasets_anyFolder_holdsNoMistakeFile() throws IOException {
        assertThat(files(Path.of("datasets")))
                .hasSizeGreaterThan(500)
                .noneMatch(file -> file.getFileName().toString().equals(MistakeFile.NAME));
    }

    @Test
    void results_whatCouldShowTexts_namesNoReview() throws IOException {
        List<Path> pages = files(RESULTS).stream()
                .filter(file -> !NAMES_ONLY.matcher(file.toString()).find())
                .toList();

        assertThat(pages).hasSizeGreaterThan(4);
        for (Path page : pages) {
            assertThat(REVIEW.matcher(Files.readString(page)).find())
                    .as("%s names a review: make it again without the mistakes", page)
                    .isFalse();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

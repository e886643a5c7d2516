package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * An empty folder, and commands that must be refused before they make anything there. In their arguments PLAIN is a
 * plain file, FOLDER a folder, and OUT, DATA and NONE are names that are not taken.
 */
final class RefusedRun {

    private final Path folder;

    RefusedRun(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("PLAIN"), "in the way");
        Files.createDirectory(folder.resolve("FOLDER"));
    }

    /** One line was printed, which begins with {@code message}, and nothing was made: no folder, log or cache. */
    void assertRefused(String args, int code, String message) throws IOException {
        CommandRun run =
                CommandRun.of(Stream.of(args.split(" ")).map(this::placed).toArray(String[]::new));

        assertThat(run.err())
                .startsWith("reelsense: " + placed(message))
                .hasLineCount(1)
                .doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("PLAIN", "FOLDER");
        assertThat(folder.resolve("PLAIN")).hasContent("in the way");
        assertThat(folder.resolve("FOLDER")).isEmptyDirectory();
    }

    private String placed(String text) {
        return text.replaceAll("\\b(PLAIN|FOLDER|OUT|DATA|NONE)\\b", folder + "/$1");
    }
}

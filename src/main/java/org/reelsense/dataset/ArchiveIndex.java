package org.reelsense.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.reelsense.storage.DurableFile;

/**
 * Remembers checksums of files that have not changed since, so that a start need not read 80 MB to know which cache is
 * theirs: lines of {@code sha256 TAB size and time TAB path} in {@code archives.index}. It is a hint, never a proof:
 * {@code verify} does not ask it. A damaged or missing index is an empty one.
 */
record ArchiveIndex(Path dataFolder) {

    private static final String FILE = "archives.index";
    private static final int MOST_LINES = 32;

    Optional<String> sha256(Path file) throws IOException {
        String key = key(file);
        return lines().stream()
                .filter(line -> line.endsWith("\t" + key))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .filter(sha -> sha.matches("[0-9a-f]{64}"))
                .findFirst();
    }

    void remember(Path file, String sha256) throws IOException {
        String key = key(file);
        if (key.indexOf('\n') >= 0 || key.indexOf('\r') >= 0) {
            return; // no line could hold such a path
        }
        String ending = "\t" + file.toAbsolutePath();
        List<String> lines = Stream.concat(
                        Stream.of(sha256 + "\t" + key), lines().stream().filter(line -> !line.endsWith(ending)))
                .limit(MOST_LINES)
                .toList();
        DurableFile.write(
                dataFolder.resolve(FILE),
                out -> out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(dataFolder.resolve(FILE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String key(Path file) throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file) + "\t" + file.toAbsolutePath();
    }
}

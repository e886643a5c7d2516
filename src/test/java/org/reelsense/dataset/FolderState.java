package org.reelsense.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.reelsense.storage.Checksum;

/** What lies in a folder and below it: kind and content of everything by its path. Links are not followed. */
record FolderState(Map<String, String> contents) {

    static FolderState of(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                contents.put(folder.relativize(path).toString(), state(path));
            }
        }
        return new FolderState(contents);
    }

    private static String state(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "link to " + Files.readSymbolicLink(path);
        }
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Files.size(path) + " bytes " + Checksum.sha256(path);
        }
        return Files.isDirectory(path) ? "folder" : "other";
    }

    /** Everything but what lies at {@code path} or below it. */
    FolderState without(String path) {
        Map<String, String> rest = new TreeMap<>(contents);
        rest.keySet().removeIf(key -> key.equals(path) || key.startsWith(path + "/"));
        return new FolderState(rest);
    }

    long bytes() {
        return contents.values().stream()
                .filter(state -> state.contains(" bytes "))
                .mapToLong(state -> Long.parseLong(state.substring(0, state.indexOf(' '))))
                .sum();
    }
}

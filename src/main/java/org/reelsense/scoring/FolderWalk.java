package org.reelsense.scoring;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the files of a folder: those of known kinds in the order of their names, folders among them likewise. Left out are
 * hidden files, whatever is no regular file (a named pipe would wait for ever), and folders that are links, since these
 * may lead round in a circle.
 */
final class FolderWalk {

    private final InputChoice choice;
    private final FileReader reader;
    private final EntrySink failures;

    /** Reads a file. */
    @FunctionalInterface
    interface FileReader {
        void read(Path file) throws InterruptedException;
    }

    FolderWalk(InputChoice choice, FileReader reader, EntrySink failures) {
        this.choice = choice;
        this.reader = reader;
        this.failures = failures;
    }

    /** Reads a file, or all of a folder. */
    void readAll(Path path) throws InterruptedException {
        if (!Files.isDirectory(path)) {
            reader.read(path);
        } else if (!walk(path)) {
            failures.accept(new Failure(
                    Place.of(path.toString()), "is a folder without a file that ends in .txt, .csv, .tsv or .jsonl"));
        }
    }

    /** Whether there was anything to say. */
    private boolean walk(Path folder) throws InterruptedException {
        List<Path> members = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(members::add);
        } catch (IOException | DirectoryIteratorException e) {
            failures.accept(new Failure(Place.of(folder.toString()), "the folder cannot be read; check its rights"));
            return true;
        }
        Collections.sort(members);
        boolean found = false;
        for (Path member : members) {
            found |= !isHidden(member) && visit(member);
        }
        return found;
    }

    private boolean visit(Path member) throws InterruptedException {
        if (Files.isDirectory(member, LinkOption.NOFOLLOW_LINKS)) {
            return walk(member);
        }
        if (!choice.inFolder(member) || !isFileOrGone(member)) {
            return false;
        }
        reader.read(member);
        return true;
    }

    private static boolean isHidden(Path member) {
        return member.getFileName().toString().startsWith(".");
    }

    /** A file that has vanished meanwhile, or a link to nothing, is tried, so that it is a failure and not forgotten. */
    private static boolean isFileOrGone(Path member) {
        return Files.isRegularFile(member) || Files.notExists(member);
    }
}

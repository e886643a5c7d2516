package org.reelsense.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

/**
 * An archive whose bytes are known.
 *
 * @param description what a user would call it
 * @param bytes its size
 * @param md5 in lower-case hexadecimal
 * @param sha256 in lower-case hexadecimal
 */
public record KnownArchive(String description, long bytes, String md5, String sha256) {

    /**
     * Compares a file with this archive.
     *
     * @param name what the user knows the file as
     * @throws DataException if size or a checksum differs; the message holds both values
     * @throws IOException if the file cannot be read
     */
    void require(Path file, String name) throws IOException {
        same(name, "size", Long.toString(bytes), Long.toString(Files.size(file)));
        same(name, "SHA-256", sha256, Checksum.sha256(file));
        same(name, "MD5", md5, Checksum.md5(file));
    }

    private void same(String name, String what, String expected, String found) throws DataException {
        if (!expected.equals(found)) {
            throw mismatch(name, what, expected, found);
        }
    }

    DataException mismatch(String name, String what, String expected, String found) {
        return new DataException("The " + what + " of " + name + " is " + found + " where " + description + " has "
                + expected + ": the copy is damaged, so fetch it again or give another with `--archive FILE`");
    }
}

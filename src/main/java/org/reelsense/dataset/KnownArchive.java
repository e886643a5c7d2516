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
        Comparison comparison = with(name);
        comparison.same("size", Long.toString(bytes), Long.toString(Files.size(file)));
        comparison.same("SHA-256", sha256, Checksum.sha256(file));
        comparison.same("MD5", md5, Checksum.md5(file));
    }

    /** Says how the file that the user knows as {@code name} differs from this archive. */
    Comparison with(String name) {
        return new Comparison(name, description, Substitute.ARCHIVE.option());
    }
}

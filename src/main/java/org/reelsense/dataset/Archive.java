package org.reelsense.dataset;

import java.nio.file.Path;

/**
 * An archive on this machine whose checksum is known.
 *
 * @param file where it lies
 * @param bytes its size
 * @param sha256 in lower-case hexadecimal
 * @param origin which known archive it is, such as "the official archive", or "a copy unknown to Reelsense"
 */
public record Archive(Path file, long bytes, String sha256, String origin) {

    static final String UNKNOWN = "a copy unknown to Reelsense";

    static Archive of(Path file, long bytes, String sha256) {
        String origin = ImdbFacts.KNOWN.stream()
                .filter(known -> known.sha256().equals(sha256))
                .map(KnownArchive::description)
                .findFirst()
                .orElse(UNKNOWN);
        return new Archive(file, bytes, sha256, origin);
    }

    /** Whether it is, byte for byte, one of {@link ImdbFacts#KNOWN}. */
    public boolean isKnown() {
        return !origin.equals(UNKNOWN);
    }
}

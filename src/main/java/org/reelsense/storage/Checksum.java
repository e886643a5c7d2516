package org.reelsense.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests in lower-case hexadecimal. */
public final class Checksum {

    private static final int BUFFER_BYTES = 1 << 16;

    private Checksum() {}

    /** The SHA-256 of a file's bytes. */
    public static String sha256(Path file) throws IOException {
        return of(file, newDigest("SHA-256"));
    }

    /** The MD5 of a file's bytes, for comparing with a published one; it protects against accidents, not attackers. */
    public static String md5(Path file) throws IOException {
        return of(file, newDigest("MD5"));
    }

    /** A digest to be fed bit by bit; {@link #hex} finishes it. */
    public static MessageDigest newDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Finishes a digest. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String of(Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest);
    }
}

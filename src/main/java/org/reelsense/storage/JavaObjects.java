package org.reelsense.storage;

import java.util.Arrays;

/** Knows files of Java-serialised objects, so that whoever is handed one can say why it is refused. */
public final class JavaObjects {

    /** Completes "the file holds ". */
    public static final String DESCRIPTION = "Java-serialised objects, which are never read because they can run code";

    /** The first bytes of such a file (Java Object Serialization Specification, 6.4). */
    private static final byte[] MAGIC = {(byte) 0xAC, (byte) 0xED, 0, 5};

    private JavaObjects() {}

    /** Whether the {@code length} bytes from {@code from} begin like such a file. */
    public static boolean begin(byte[] bytes, int from, int length) {
        return length >= MAGIC.length && Arrays.equals(bytes, from, from + MAGIC.length, MAGIC, 0, MAGIC.length);
    }
}

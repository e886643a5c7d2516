package org.reelsense.model;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.reelsense.storage.JavaObjects;

/**
 * Other files that get handed in as models, known by their first four bytes. Read as a header length each would be
 * over 16 MiB, so no file that we accept is taken for one.
 */
enum Impostor {
    JAVA_SERIALIZATION("aced0005", JavaObjects.DESCRIPTION),
    ZIP("504b0304", "a ZIP archive (DL4J, PyTorch and Keras models are such)"),
    HDF5("89484446", "an HDF5 file (an older Keras model)"),
    GGUF("47475546", "a GGUF file"),
    HTML("3c21444f", "a web page, not a download"),
    GIT_LFS("76657273", "a Git LFS pointer");

    private final byte[] magic;
    private final String description;

    Impostor(String magic, String description) {
        this.magic = HexFormat.of().parseHex(magic);
        this.description = description;
    }

    /** Completes "it is ". */
    String description() {
        return description;
    }

    static Optional<Impostor> of(byte[] start) {
        return Arrays.stream(values())
                .filter(kind -> start.length >= kind.magic.length
                        && Arrays.equals(start, 0, kind.magic.length, kind.magic, 0, kind.magic.length))
                .findFirst();
    }
}

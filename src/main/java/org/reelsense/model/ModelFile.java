package org.reelsense.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.reelsense.storage.DurableFile;

/**
 * What a safetensors file holds: text by key and tensors by name, both in the order of the names' UTF-8 bytes.
 * Immutable. The checksum is not in {@code metadata}: it follows from the rest, is written by {@link #write} and
 * verified by {@link #read}. The package's page describes the file.
 *
 * @param metadata free text by key; a file of ours has {@link #FORMAT_KEY} = {@link #FORMAT} among it
 * @param tensors the tensors by name
 */
public record ModelFile(Map<String, String> metadata, Map<String, Tensor> tensors) {

    /** The metadata key that says whose file it is. */
    public static final String FORMAT_KEY = "format";

    /** The value of {@link #FORMAT_KEY} in the files we write. */
    public static final String FORMAT = "reelsense.v1";

    /** UTF-8 bytes, unsigned; the same as by code point, which is how Python sorts text. */
    static final Comparator<String> NAME_ORDER =
            (a, b) -> Arrays.compareUnsigned(ContentChecksum.utf8(a), ContentChecksum.utf8(b));

    /**
     * Copies and sorts the maps.
     *
     * @throws IllegalArgumentException if a name or text cannot stand in a file: empty name, half a surrogate pair,
     *     a reserved name, or more than the package's limits
     */
    public ModelFile {
        ContentRules.check(metadata, tensors);
        metadata = sorted(metadata);
        tensors = sorted(tensors);
    }

    /**
     * Reads any safetensors file of F32, I8 and U8 tensors, ours or another tool's. Everything the header claims is
     * checked against the file's real size before memory is taken; that is the file's size, and a header's worth more.
     *
     * @throws ModelFileException for anything wrong with the file, and nothing else
     */
    public static ModelFile read(Path file) throws ModelFileException {
        return SafetensorsReader.read(file);
    }

    /**
     * Reads a stream to its end, with the checks of {@link #read(Path)}; does not close it. Memory grows with the bytes
     * that come, of which 64 MiB (or an eighth of Java's memory) is the most, and never with what they claim.
     *
     * @param name for messages, e.g. the resource's
     * @throws ModelFileException for anything wrong with the content or the stream, and nothing else
     */
    public static ModelFile read(InputStream in, String name) throws ModelFileException {
        return SafetensorsReader.read(name, in);
    }

    /**
     * Writes the file durably: afterwards it is wholly new, or on failure wholly old. Equal content gives equal bytes.
     *
     * @throws IllegalArgumentException if the metadata's format is not {@link #FORMAT}, a text holds a control
     *     character without a short JSON escape, or the header is larger than 16 MiB
     * @throws IOException if the disk refuses
     */
    public void write(Path file) throws IOException {
        SafetensorsWriter writer = SafetensorsWriter.of(this);
        DurableFile.write(file, writer::writeTo);
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        Map<String, V> copy = new TreeMap<>(NAME_ORDER);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}

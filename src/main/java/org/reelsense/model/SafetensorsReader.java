package org.reelsense.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.reelsense.model.ModelFileException.Reason;

/**
 * Reads a safetensors file, front to back. The order is the safety: size, kind, header length, header, layout over
 * the real size, memory at hand, and only then the data.
 */
final class SafetensorsReader {

    private static final String OURS = "reelsense.";

    /** The JDK copies through a native buffer as long as the read: read in pieces. */
    private static final int PIECE_BYTES = 1 << 20;

    private final String file;
    private final ReadableByteChannel channel;
    private final long size;

    private SafetensorsReader(String file, ReadableByteChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    static ModelFile read(Path path) throws ModelFileException {
        String file = path.toString();
        // A named pipe would block the open for ever.
        if (!Files.isRegularFile(path)) {
            throw Files.exists(path)
                    ? new ModelFileException(file, Reason.UNREADABLE, "it is not a regular file")
                    : new ModelFileException(file, Reason.MISSING, "there is no such file");
        }
        try (FileChannel channel = FileChannel.open(path)) {
            return read(file, channel, channel.size());
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException(file, Reason.UNREADABLE, "it cannot be read", e);
        }
    }

    /** Takes the stream's real bytes first, so that what its header claims is compared with them and not believed. */
    static ModelFile read(String name, InputStream in) throws ModelFileException {
        try {
            int most = Limits.streamBytes();
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ModelFileException(
                        name,
                        Reason.TOO_LARGE,
                        "it is over %d MiB, the most that is read from a stream with this memory"
                                .formatted(most >> 20));
            }
            return read(name, Channels.newChannel(new ByteArrayInputStream(bytes)), bytes.length);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException(name, Reason.UNREADABLE, "it cannot be read", e);
        }
    }

    /** Reads the {@code size} bytes that the channel holds; {@code file} is for messages. */
    static ModelFile read(String file, ReadableByteChannel channel, long size) throws IOException {
        return new SafetensorsReader(file, channel, size).read();
    }

    private ModelFile read() throws IOException {
        int headerLength = headerLength();
        Header header = HeaderParser.parse(file, bytes(headerLength));
        long available = size - Long.BYTES - headerLength;
        header.checkLayout(file, available);
        checkVersion(header.metadata());
        checkMemory(header, available);
        return verified(header.metadata(), tensors(header));
    }

    private int headerLength() throws IOException {
        byte[] start = bytes((int) Math.min(Long.BYTES, size));
        Impostor impostor = Impostor.of(start).orElse(null);
        if (impostor != null) {
            throw new ModelFileException(file, Reason.WRONG_FORMAT, "it is " + impostor.description());
        }
        if (size < Long.BYTES) {
            throw new ModelFileException(file, Reason.TOO_SHORT, "it has only %d bytes".formatted(size));
        }
        long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > Limits.HEADER_BYTES) {
            throw new ModelFileException(
                    file,
                    Reason.HEADER_TOO_LARGE,
                    "it claims a header of %s bytes, allowed at most %d, so it is hardly a safetensors file"
                            .formatted(Long.toUnsignedString(length), Limits.HEADER_BYTES));
        }
        if (length > size - Long.BYTES) {
            throw new ModelFileException(
                    file,
                    Reason.TOO_SHORT,
                    "its header needs %d bytes and %d are there".formatted(length, size - Long.BYTES));
        }
        return (int) length;
    }

    private void checkVersion(Map<String, String> metadata) throws ModelFileException {
        String format = metadata.getOrDefault(ModelFile.FORMAT_KEY, "");
        if (format.startsWith(OURS) && !format.equals(ModelFile.FORMAT)) {
            throw new ModelFileException(
                    file,
                    Reason.WRONG_FORMAT,
                    "its format is %s and this release reads %s"
                            .formatted(ModelFileException.quoted(format), ModelFile.FORMAT));
        }
    }

    /** Half the heap: the tensors are held once here, and whoever takes their numbers holds them once more. */
    private void checkMemory(Header header, long available) throws ModelFileException {
        if (available > Runtime.getRuntime().maxMemory() / 2) {
            throw new ModelFileException(
                    file,
                    Reason.TOO_LARGE,
                    "its tensors take %d MiB, over half of Java's %d MiB"
                            .formatted(available >> 20, Runtime.getRuntime().maxMemory() >> 20));
        }
        for (TensorEntry entry : header.entries()) {
            if (entry.length() > Tensor.MAX_BYTES) {
                throw TensorEntry.problem(
                        file, Reason.TOO_LARGE, entry.name(), "has %d bytes, over 2 GiB", entry.length());
            }
        }
    }

    private Map<String, Tensor> tensors(Header header) throws IOException {
        Map<String, Tensor> tensors = new HashMap<>();
        for (TensorEntry entry : header.entries()) {
            tensors.put(entry.name(), new Tensor(entry.dtype(), entry.shape(), bytes((int) entry.length())));
        }
        return tensors;
    }

    private ModelFile verified(Map<String, String> metadata, Map<String, Tensor> tensors) throws ModelFileException {
        Map<String, String> rest = new HashMap<>(metadata);
        rest.remove(ContentChecksum.KEY);
        ModelFile content = new ModelFile(rest, tensors);
        if (!ContentChecksum.isDue(metadata)) {
            return content;
        }
        String claimed = metadata.getOrDefault(ContentChecksum.KEY, "none");
        String actual = ContentChecksum.of(content);
        if (!claimed.equals(actual)) {
            throw new ModelFileException(
                    file,
                    Reason.CHECKSUM,
                    "its checksum is %s and its content has %s".formatted(ModelFileException.quoted(claimed), actual));
        }
        return content;
    }

    /** The next {@code length} bytes, which the file's size has room for. */
    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int at = 0;
        while (at < length) {
            int read = channel.read(ByteBuffer.wrap(bytes, at, Math.min(PIECE_BYTES, length - at)));
            if (read < 0) {
                throw new ModelFileException(file, Reason.TOO_SHORT, "it became shorter while it was read");
            }
            at += read;
        }
        return bytes;
    }
}

package org.reelsense.storage;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes a file so that its name always holds either the old content or the whole new one, also after a crash or a
 * power cut: write beside it, force to disk, move atomically, force the folder.
 */
public final class DurableFile {

    private static final int BUFFER_BYTES = 1 << 16;

    /** As {@link #write} names what is not whole yet. */
    private static final Pattern TEMPORARY = Pattern.compile("\\..*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    private DurableFile() {}

    /** What fills the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces {@code file} by {@code content}, creating its folder if need be. The content may close the stream it is
     * given or leave it open. If anything fails, the old file is untouched and nothing is left beside it.
     *
     * @throws DataException if the folder cannot be made or written to, or the name is taken by a folder or a device
     * @throws IOException if the content cannot be produced or written
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        requireOrdinary(target);
        Path folder = target.getParent();
        Path temporary = folder.resolve("." + target.getFileName() + "-" + UUID.randomUUID() + ".tmp");
        FileChannel channel = create(folder, temporary);
        try {
            writeAndForce(channel, target, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Finds out, before hours of work, that {@link #write} could not write {@code file}. Makes and changes nothing.
     *
     * @throws DataException as {@code write} would; a disk that is or will be full is not foreseen
     */
    public static void requireWritable(Path file) throws DataException {
        Path target = file.toAbsolutePath();
        requireOrdinary(target);
        requireWritableFolder(target.getParent());
    }

    /**
     * The same for whatever file in {@code folder}, which need not be there yet.
     *
     * @throws DataException if the folder cannot be made or written to
     */
    public static void requireWritableFolder(Path folder) throws DataException {
        Path place = folder.toAbsolutePath();
        while (!Files.exists(place, LinkOption.NOFOLLOW_LINKS) && place.getParent() != null) {
            place = place.getParent();
        }
        if (!Files.isDirectory(place)) {
            throw new DataException(refusal(folder, place + " is not a folder"));
        }
        if (!Files.isWritable(place)) {
            throw new DataException(refusal(folder, "permission denied"));
        }
    }

    /**
     * Removes the half files of writes into {@code folder} that a crash cut off. For whoever knows that nobody is writing
     * there now.
     *
     * @throws IOException if one cannot be removed; a folder that is not there has none
     */
    public static void removeHalfFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> half = Files.newDirectoryStream(folder, DurableFile::isTemporary)) {
            for (Path file : half) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isTemporary(Path file) {
        return TEMPORARY.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * Gives a file that was written step by step, such as a download, its final name in the same folder.
     *
     * @throws IOException if it cannot be forced to disk or moved; then {@code target} is untouched
     */
    public static void promote(Path finished, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target.toAbsolutePath().getParent());
    }

    /** An atomic move by root would replace even a device, such as /dev/null, by a file. */
    private static void requireOrdinary(Path target) throws DataException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new DataException("cannot write " + target + ": it is not an ordinary file; choose another name");
        }
    }

    private static FileChannel create(Path folder, Path file) throws DataException {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new DataException(refusal(folder, reason(e)), e);
        }
    }

    private static String refusal(Path folder, String reason) {
        return "cannot write to " + folder + ": " + reason + "; choose another with --out or --data";
    }

    /** The platform's words; three exceptions come without any. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such folder, and none can be made there";
        }
        if (e instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is a file, not a folder";
        }
        return e instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(e.getMessage());
    }

    private static void writeAndForce(FileChannel file, Path target, Content content) throws IOException {
        try (FileChannel channel = file) {
            OutputStream out = new OpenUntilForced(new Named(Channels.newOutputStream(channel), target));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** A disk that is full says so without saying where. */
    private static final class Named extends FilterOutputStream {

        private final Path target;

        Named(OutputStream out, Path target) {
            super(out);
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new DataException(
                        "cannot write " + target + ": " + reason(e)
                                + "; make room, or choose another folder with --out or --data",
                        e);
            }
        }
    }

    /** Closing only flushes: writers of JSON or text close what they are given, and the bytes must still be forced. */
    private static final class OpenUntilForced extends BufferedOutputStream {

        OpenUntilForced(OutputStream out) {
            super(out, BUFFER_BYTES);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Makes the move itself durable. Windows cannot open a folder and needs no such call. */
    static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

package org.reelsense.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that its name always holds either the old content or the whole new one, also after a crash or a
 * power cut: write beside it, force to disk, move atomically, force the folder. Nothing else in the toolkit saves a file.
 *
 * <p>The order is what Pillai and others found file systems to need (All File Systems Are Not Created Equal, OSDI 2014).
 */
public final class DurableFile {

    private DurableFile() {}

    /** What fills the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces {@code file} by {@code content}, creating its folder if need be. The content may close the stream it is
     * given or leave it open. If anything fails, the old file is untouched and nothing is left beside it; only if the very
     * last step fails, forcing the folder, the new one is there, whole, and may or may not outlast a power cut.
     *
     * @throws DataException if the folder cannot be made or written to, the name is taken by a folder or a device, or the
     *     disk refuses
     * @throws IOException what the content throws
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        requireOrdinary(target);
        try (HalfFile half = begin(target)) {
            ForcedStream out = new ForcedStream(half.channel(), target);
            content.writeTo(out);
            out.force();
            attempt(target, () -> {
                half.move();
                forceFolder(folderOf(target));
            });
        }
    }

    /**
     * Finds out, before hours of work, that {@link #write} could not write {@code file}; and clears its folder of what
     * killed processes have left half written there. Makes and changes nothing else.
     *
     * @throws DataException as {@code write} would; a disk that is or will be full is not foreseen
     */
    public static void requireWritable(Path file) throws DataException {
        Path target = file.toAbsolutePath();
        requireOrdinary(target);
        requireWritableFolder(folderOf(target));
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
        removeHalfFiles(folder);
    }

    /**
     * Removes from {@code folder} the half files of writes that a crash cut off; those of writes under way, here or in
     * another process, stay. What cannot be removed, such as somebody else's, is left to a later start.
     */
    public static void removeHalfFiles(Path folder) {
        HalfFile.removeAbandoned(folder.toAbsolutePath());
    }

    /**
     * Makes a folder, with those above it, so that it outlasts a power cut.
     *
     * @throws DataException if it cannot be made
     */
    public static void makeFolder(Path folder) throws DataException {
        try {
            makeFolders(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new DataException(refusal(folder, reason(e)), e);
        }
    }

    private static void makeFolders(Path folder) throws IOException {
        Path above = folder.getParent();
        if (Files.isDirectory(folder) || above == null) {
            return;
        }
        makeFolders(above);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        forceFolder(above);
    }

    /**
     * Gives a file that was written step by step, such as a download, its final name in the same folder.
     *
     * @throws DataException if it cannot be forced to disk or moved; {@code target} is as {@link #write} says
     */
    public static void promote(Path finished, Path target) throws DataException {
        attempt(target, () -> {
            try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folderOf(target.toAbsolutePath()));
        });
    }

    /** An atomic move by root would replace even a device, such as /dev/null, by a file. */
    private static void requireOrdinary(Path target) throws DataException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new DataException("cannot write " + target + ": it is not an ordinary file; choose another name");
        }
    }

    private static HalfFile begin(Path target) throws DataException {
        Path folder = folderOf(target);
        makeFolder(folder);
        try {
            return HalfFile.beside(target);
        } catch (IOException e) {
            throw new DataException(refusal(folder, reason(e)), e);
        }
    }

    /** Only a root has none, and {@link #requireOrdinary} has refused that. */
    private static Path folderOf(Path target) {
        Path folder = target.getParent();
        return folder == null ? target : folder;
    }

    private static String refusal(Path folder, String reason) {
        return "cannot write to " + folder + ": " + reason + "; choose another with --out or --data";
    }

    /** A step that only the disk can make fail. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /** What the platform says of a full disk names no file. */
    static void attempt(Path target, Step step) throws DataException {
        try {
            step.run();
        } catch (IOException e) {
            throw new DataException(
                    "cannot write " + target + ": " + reason(e)
                            + "; make room, or choose another folder with --out or --data",
                    e);
        }
    }

    /** The platform's words; four exceptions come without any. */
    private static String reason(IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return "interrupted";
        }
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

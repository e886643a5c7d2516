package org.reelsense.fault.disk;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that changes, or is to change, the disk.
 *
 * @param path on the real disk
 * @param to where a move goes
 * @param handle says which opening of a file a step belongs to; 0 for those that need none
 * @param position where bytes are written
 */
public record DiskStep(Kind kind, Path path, Optional<Path> to, int handle, long position, byte[] bytes) {

    /** What is done. A folder is forced as a file is; {@code OPEN} is for writing. */
    public enum Kind {
        MAKE_FOLDER,
        OPEN,
        WRITE,
        FORCE,
        FORCE_FOLDER,
        CLOSE,
        MOVE,
        DELETE
    }

    static DiskStep of(Kind kind, Path path) {
        return new DiskStep(kind, path, Optional.empty(), 0, 0, new byte[0]);
    }

    static DiskStep of(Kind kind, Path path, int handle) {
        return new DiskStep(kind, path, Optional.empty(), handle, 0, new byte[0]);
    }

    static DiskStep write(Path path, int handle, long position, byte[] bytes) {
        return new DiskStep(Kind.WRITE, path, Optional.empty(), handle, position, bytes);
    }

    static DiskStep move(Path from, Path to) {
        return new DiskStep(Kind.MOVE, from, Optional.of(to), 0, 0, new byte[0]);
    }
}

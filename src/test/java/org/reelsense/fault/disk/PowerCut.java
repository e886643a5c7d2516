package org.reelsense.fault.disk;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a disk may hold after the power was cut behind a step. Of what was not forced, any part may be there or not, in any
 * order: of the entries of a folder each change, of the bytes of a file each write, and half a write. A file's length may
 * be there without its bytes. That is no file system's promise but less than all of them (Pillai and others, OSDI 2014).
 */
public final class PowerCut {

    private static final int SECTOR = 512;
    private static final int MOST_CHANGES = 10;
    private static final int RANDOM_PARTS = 20;

    /** A file's bytes: what is on the disk, and the writes that may be. */
    private static final class Inode {

        private byte[] forced = new byte[0];
        private final List<DiskStep> writes = new ArrayList<>();
    }

    /** Entries of a folder that change together; an empty one goes. */
    private record Change(Path folder, Map<Path, Optional<Inode>> entries) {}

    private final Map<Path, Inode> forcedNames = new HashMap<>();
    private final Map<Path, Inode> names = new HashMap<>();
    private final Map<Integer, Inode> open = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /** Before the first step, with nothing on the disk but these files. */
    public PowerCut(Map<Path, byte[]> files) {
        files.forEach((path, bytes) -> {
            Inode inode = new Inode();
            inode.forced = bytes;
            names.put(path, inode);
            forcedNames.put(path, inode);
        });
    }

    /** Does a step. */
    public void step(DiskStep step) {
        switch (step.kind()) {
            case OPEN -> open(step);
            case WRITE -> open.get(step.handle()).writes.add(step);
            case FORCE -> force(open.get(step.handle()));
            case FORCE_FOLDER -> forceFolder(step.path());
            case MAKE_FOLDER -> change(step.path(), Map.of(step.path(), Optional.of(new Inode())));
            case DELETE -> change(step.path(), Map.of(step.path(), Optional.empty()));
            case MOVE -> move(step.path(), step.to().orElseThrow());
            case CLOSE -> open.remove(step.handle());
        }
    }

    private void open(DiskStep step) {
        Inode inode = names.get(step.path());
        if (inode == null) {
            inode = new Inode();
            change(step.path(), Map.of(step.path(), Optional.of(inode)));
        }
        open.put(step.handle(), inode);
    }

    private static void force(Inode inode) {
        inode.forced = written(inode, write -> true);
        inode.writes.clear();
    }

    private void forceFolder(Path folder) {
        changes.stream().filter(change -> change.folder().equals(folder)).forEach(change -> apply(change, forcedNames));
        changes.removeIf(change -> change.folder().equals(folder));
    }

    private void move(Path from, Path to) {
        if (!to.getParent().equals(from.getParent())) {
            throw new UnsupportedOperationException("nothing of ours moves from folder to folder");
        }
        change(from, Map.of(to, Optional.of(names.get(from)), from, Optional.empty()));
    }

    private void change(Path member, Map<Path, Optional<Inode>> entries) {
        Change change = new Change(member.getParent(), entries);
        changes.add(change);
        apply(change, names);
    }

    private static void apply(Change change, Map<Path, Inode> names) {
        change.entries().forEach((path, inode) -> {
            names.remove(path);
            inode.ifPresent(there -> names.put(path, there));
        });
    }

    /** What {@code file} may hold if the power is cut now, one for each state of the disk; empty if it is not there. */
    public List<Optional<ByteBuffer>> contents(Path file) {
        if (changes.size() > MOST_CHANGES) {
            throw new IllegalStateException(changes.size() + " changes are not forced: too many to try all");
        }
        List<Optional<ByteBuffer>> contents = new ArrayList<>();
        for (int part = 0; part < 1 << changes.size(); part++) {
            Map<Path, Inode> left = new HashMap<>(forcedNames);
            BitSet kept = BitSet.valueOf(new long[] {part});
            kept.stream().forEach(change -> apply(changes.get(change), left));
            if (left.containsKey(file) && isReached(file, kept)) {
                parts(left.get(file)).forEach(bytes -> contents.add(Optional.of(bytes)));
            } else {
                contents.add(Optional.empty());
            }
        }
        return contents;
    }

    /** Whether no folder above it is lost. */
    private boolean isReached(Path file, BitSet kept) {
        for (int i = kept.nextClearBit(0); i < changes.size(); i = kept.nextClearBit(i + 1)) {
            for (Path lost : changes.get(i).entries().keySet()) {
                if (file.startsWith(lost) && !file.equals(lost)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** All writes, none, each alone, all but each, all up to each and half of it, twenty mixtures; and zeros. */
    private static Set<ByteBuffer> parts(Inode inode) {
        Set<ByteBuffer> parts = new LinkedHashSet<>();
        List<DiskStep> writes = inode.writes;
        parts.add(ByteBuffer.wrap(inode.forced));
        parts.add(ByteBuffer.wrap(written(inode, write -> true)));
        if (writes.isEmpty()) {
            return parts;
        }
        parts.add(ByteBuffer.wrap(new byte[written(inode, write -> true).length]));
        for (DiskStep one : writes) {
            int place = writes.indexOf(one);
            parts.add(ByteBuffer.wrap(written(inode, write -> write == one)));
            parts.add(ByteBuffer.wrap(written(inode, write -> write != one)));
            parts.add(ByteBuffer.wrap(torn(written(inode, write -> writes.indexOf(write) <= place), one)));
        }
        Random random = new Random(writes.size());
        for (int i = 0; i < RANDOM_PARTS; i++) {
            parts.add(ByteBuffer.wrap(written(inode, write -> random.nextBoolean())));
        }
        return parts;
    }

    private static byte[] written(Inode inode, Predicate<DiskStep> kept) {
        byte[] bytes = inode.forced.clone();
        for (DiskStep write : inode.writes) {
            if (kept.test(write)) {
                int begin = Math.toIntExact(write.position());
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length, begin + write.bytes().length));
                System.arraycopy(write.bytes(), 0, bytes, begin, write.bytes().length);
            }
        }
        return bytes;
    }

    /** Cut at a sector in the middle of the last write. */
    private static byte[] torn(byte[] bytes, DiskStep last) {
        int middle = Math.toIntExact(last.position()) + last.bytes().length / 2;
        return Arrays.copyOf(bytes, Math.min(bytes.length, middle / SECTOR * SECTOR));
    }
}

package org.reelsense.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Saves on a real disk that has a little less room, a page at a time, until nothing fits. */
public final class FullDiskChild {

    private static final int PAGE = 4_096;

    private FullDiskChild() {}

    /** The folder of the small disk. Prints how many saves were refused, and how many of them were wrong. */
    public static void main(String[] args) throws IOException {
        int refused = 0;
        int wrong = 0;
        for (SavedKind kind : SavedKind.values()) {
            Path place = Files.createDirectories(Path.of(args[0], kind.name()));
            kind.write(place, 1);
            long need = Files.size(kind.in(place));
            kind.write(place, 0);
            byte[] old = Files.readAllBytes(kind.in(place));
            for (int pages = 0; pages * PAGE < need; pages += Math.toIntExact(1 + need / PAGE / 20)) {
                fillBut(pages, place.resolveSibling("filler"));
                Throwable failure = failure(kind, place);
                refused += failure == null ? 0 : 1;
                boolean right = failure instanceof DataException
                        && failure.getMessage().contains("No space left on device")
                        && Arrays.equals(Files.readAllBytes(kind.in(place)), old)
                        && place.toFile().list().length == 1;
                wrong += right ? 0 : 1;
                Files.delete(place.resolveSibling("filler"));
            }
            Files.delete(kind.in(place));
        }
        System.out.println(refused + " " + wrong);
    }

    private static void fillBut(int pages, Path filler) throws IOException {
        long room = Files.getFileStore(filler.getParent()).getUsableSpace() - (long) pages * PAGE;
        Files.write(filler, new byte[Math.toIntExact(Math.max(0, room))]);
    }

    private static Throwable failure(SavedKind kind, Path place) {
        try {
            kind.write(place, 1);
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}

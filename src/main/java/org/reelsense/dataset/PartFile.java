package org.reelsense.dataset;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * What has come of a download so far, {@code NAME.part}, and beside it in {@code NAME.note.part} the address it came
 * from and the server's mark of its version. Without a matching note the part is worthless: nobody could say whether the
 * rest belongs to it.
 */
record PartFile(Path file, Path note) {

    static PartFile beside(Path target) {
        return new PartFile(
                target.resolveSibling(target.getFileName() + ".part"),
                target.resolveSibling(target.getFileName() + ".note.part"));
    }

    long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** The server's mark of the version of which this part holds the start; empty if there is nothing to go on with. */
    String validator(URI address) throws IOException {
        if (length() == 0 || !Files.exists(note)) {
            return "";
        }
        List<String> lines = new String(Files.readAllBytes(note), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.size() == 2 && lines.get(0).equals(address.toString()) ? lines.get(1) : "";
    }

    /** An empty part of a version marked by {@code validator}. The old part goes first, so that no note lies. */
    FileChannel restart(URI address, String validator) throws IOException {
        discard();
        DurableFile.write(note, out -> out.write((address + "\n" + validator + "\n").getBytes(StandardCharsets.UTF_8)));
        return open(StandardOpenOption.CREATE_NEW);
    }

    /** The part, to be written on at its end; never through a link to some other file. */
    FileChannel goOn() throws IOException {
        return open(StandardOpenOption.APPEND);
    }

    /** A disk that refuses is no reason to ask the server again. */
    private FileChannel open(StandardOpenOption how) throws DataException {
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE, how, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    void discard() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(note);
    }

    /** Removes what is of no use once the whole is there; what cannot be removed does no harm. */
    void tidy() {
        try {
            discard();
        } catch (IOException readOnly) {
            return;
        }
    }

    /** Gives the finished part its final name. */
    void promote(Path target) throws IOException {
        DurableFile.promote(file, target);
        Files.deleteIfExists(note);
    }

    DataException cannotWrite(IOException cause) {
        return new DataException(
                "Cannot write " + file + " (" + Download.reason(cause)
                        + "): free some space, or choose another folder with `--data DIR`",
                cause);
    }
}

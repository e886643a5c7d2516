package org.reelsense.dataset;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

/** Brings archives to this machine and says which they are. */
record ArchiveStore(Path dataFolder, DownloadPolicy policy) {

    private static final int NAME_DIGITS = 16;

    /** The archive's place on this machine, whether or not it is there yet. */
    Path place(DatasetSource source) {
        if (source instanceof DatasetSource.ArchiveFile given) {
            return given.file();
        }
        if (source instanceof DatasetSource.ArchiveUrl given) {
            return dataFolder.resolve("archive-" + shortHash(given.address()) + ".tar.gz");
        }
        if (source instanceof DatasetSource.Official) {
            return dataFolder.resolve(ImdbFacts.FILE_NAME);
        }
        throw new IllegalArgumentException("dataset is " + source + ", which has no archive: leave out `--dataset`");
    }

    /**
     * The archive, downloaded if need be.
     *
     * @throws DataException if it cannot be had, or is a damaged copy of a known one
     */
    Archive obtain(DatasetSource source, Progress progress) throws DataException {
        Path file = place(source);
        if (!(source instanceof DatasetSource.ArchiveFile)) {
            bring(source, file, progress);
        }
        return identify(file, progress);
    }

    private void bring(DatasetSource source, Path file, Progress progress) throws DataException {
        if (Files.exists(file)) {
            PartFile.beside(file).tidy(); // a process may have ended between the file's name and its note's end
        } else if (source instanceof DatasetSource.ArchiveUrl given) {
            String name = given.address().toString();
            new Download(given.address(), file, part -> requireWhole(part, name), policy).run(progress);
        } else {
            String name = ImdbFacts.URL.toString();
            new Download(ImdbFacts.URL, file, part -> ImdbFacts.OFFICIAL.require(part, name), policy).run(progress);
        }
    }

    /**
     * Says which archive a file is; known checksums are taken from the index.
     *
     * @throws DataException if the file is missing, or has a known archive's size and another content
     */
    Archive identify(Path file, Progress progress) throws DataException {
        ArchiveIndex index = new ArchiveIndex(dataFolder);
        requireFile(file);
        try {
            Optional<String> remembered = index.sha256(file);
            if (remembered.isPresent()) {
                return Archive.of(file, Files.size(file), remembered.get());
            }
            Archive archive = hash(file);
            if (!archive.isKnown()) {
                progress.say(file + " is " + Archive.UNKNOWN + ": its SHA-256 is " + archive.sha256());
            }
            remember(index, archive, progress);
            return archive;
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Says which archive a file is from its bytes, whatever the index holds.
     *
     * @throws DataException if it cannot be read, or has a known archive's size and another content
     */
    static Archive hash(Path file) throws DataException {
        Archive archive = read(file);
        for (KnownArchive known : ImdbFacts.KNOWN) {
            if (!archive.isKnown() && known.bytes() == archive.bytes()) {
                throw known.with(file.toString()).mismatch("SHA-256", known.sha256(), archive.sha256());
            }
        }
        return archive;
    }

    private static Archive read(Path file) throws DataException {
        try {
            return Archive.of(file, Files.size(file), Checksum.sha256(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static DataException unreadable(Path file, IOException e) {
        return new DataException(
                "The archive " + file + " cannot be read (" + e.getMessage() + "): check the file and its rights", e);
    }

    static void requireFile(Path file) throws DataException {
        if (!Files.isRegularFile(file)) {
            throw new DataException("There is no archive " + file
                    + ": give one with `--archive FILE`, or run `reelsense dataset download`");
        }
    }

    private static void remember(ArchiveIndex index, Archive archive, Progress progress) {
        try {
            index.remember(archive.file(), archive.sha256());
        } catch (IOException e) {
            progress.say("The data folder " + index.dataFolder() + " cannot be written (" + e.getMessage()
                    + "): the next start will read the archive again");
        }
    }

    private void requireWhole(Path part, String name) throws IOException {
        try {
            GzipFile.requireWhole(part, name, ArchiveLimits.DEFAULT);
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException(
                    "What came from " + name + " is damaged (" + e.getMessage()
                            + "): try again later, or give a good copy with `--archive FILE`",
                    e);
        }
    }

    private static String shortHash(URI address) {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        digest.update(address.toString().getBytes(StandardCharsets.UTF_8));
        return Checksum.hex(digest).substring(0, NAME_DIGITS);
    }
}

package org.reelsense.dataset;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/** Where a corpus comes from. */
public sealed interface DatasetSource {

    /** The official archive of the IMDB reviews, downloaded if it is not in the data folder. */
    record Official() implements DatasetSource {}

    /** An archive of the IMDB reviews on this machine, used where it lies. */
    record ArchiveFile(Path file) implements DatasetSource {}

    /** An archive of the IMDB reviews at another address, downloaded if it is not in the data folder. */
    record ArchiveUrl(URI address) implements DatasetSource {}

    /** Reviews as plain files in the archive's layout. */
    record Folder(String name, Path folder) implements DatasetSource {}

    /** The official archive. */
    static DatasetSource imdb() {
        return new Official();
    }

    /**
     * An archive given with {@code --archive}.
     *
     * @param fileOrUrl a path, or an address that starts with http:// or https://
     * @throws IllegalArgumentException if it is neither
     */
    static DatasetSource imdbFrom(String fileOrUrl) {
        String lower = fileOrUrl.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            URI address = uri(fileOrUrl);
            return address.equals(ImdbFacts.URL) ? new Official() : new ArchiveUrl(address);
        }
        if (lower.contains("://")) {
            throw new IllegalArgumentException(
                    "archive is " + fileOrUrl + ": give a file or an address that starts with https:// or http://");
        }
        return new ArchiveFile(Path.of(fileOrUrl));
    }

    /**
     * Reviews as plain files.
     *
     * @param name what results call the corpus, such as {@code sample}
     * @param folder holds {@code train} and {@code test}, itself or in its {@code aclImdb}
     */
    static DatasetSource folder(String name, Path folder) {
        return new Folder(name, folder);
    }

    private static URI uri(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("archive is " + text + ", which is no web address: " + e.getReason(), e);
        }
        throw new IllegalArgumentException("archive is " + text + ", which names no server: give https://server/path");
    }
}

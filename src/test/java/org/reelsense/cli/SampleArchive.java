package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The sample packed as the IMDB reviews are: a sound archive that is none of the known ones. */
final class SampleArchive {

    private static final Path SAMPLE = Path.of("datasets", "sample");

    private SampleArchive() {}

    static Path write(Path file) throws IOException {
        try (TarArchiveOutputStream tar =
                        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)));
                Stream<Path> paths = Files.walk(SAMPLE)) {
            List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
            for (Path one : files) {
                TarArchiveEntry entry = new TarArchiveEntry(
                        "aclImdb/" + SAMPLE.relativize(one).toString().replace('\\', '/'));
                entry.setSize(Files.size(one));
                tar.putArchiveEntry(entry);
                Files.copy(one, tar);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }
}

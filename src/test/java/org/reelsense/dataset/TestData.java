package org.reelsense.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small data in the layout of the real ones: 40 reviews a class in train, of 20 films; 20 in test; 30 unlabelled. */
final class TestData {

    static final int TRAIN = 40;
    static final int TEST = 20;
    static final int UNLABELLED = 30;

    private TestData() {}

    /** Files by path, deliberately not in numeric order: 10 stands before 2, as in the real archive. */
    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        reviews(files, "test/neg", TEST, 2);
        reviews(files, "test/pos", TEST, 9);
        reviews(files, "train/neg", TRAIN, 3);
        reviews(files, "train/pos", TRAIN, 8);
        reviews(files, "train/unsup", UNLABELLED, 0);
        for (String folder : List.of("neg", "pos")) {
            files.put("train/urls_" + folder + ".txt", bytes(urls(TRAIN)));
        }
        files.put("train/urls_unsup.txt", bytes(urls(UNLABELLED)));
        files.put("README", bytes("not a review"));
        return files;
    }

    private static String urls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "http://www.imdb.com/title/tt" + i / 2 + "/usercomments\n")
                .collect(Collectors.joining());
    }

    private static void reviews(Map<String, byte[]> files, String folder, int count, int stars) {
        IntStream.range(0, count)
                .mapToObj(i -> folder + "/" + i + "_" + stars + ".txt")
                .sorted()
                .forEach(path -> files.put(path, bytes("Review " + path + "<br />caf\u00e9 \ud83c\udfac")));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A .tar.gz of these files under {@code aclImdb/}. */
    static byte[] archive(Map<String, byte[]> files) {
        return gzip(tar(files));
    }

    static byte[] archive(Consumer<TarArchiveOutputStream> content) {
        return gzip(tar(content));
    }

    /** The same, not compressed. */
    static byte[] tar(Map<String, byte[]> files) {
        return tar(tar -> files.forEach((path, content) -> add(tar, new TarArchiveEntry("aclImdb/" + path), content)));
    }

    private static byte[] tar(Consumer<TarArchiveOutputStream> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            content.accept(tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) {
        try {
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Path write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, content);
    }

    static void unpack(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    static byte[] start(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** Remembers what was said. */
    static final class Listener implements org.reelsense.progress.Progress {

        final List<String> lines = new ArrayList<>();
        long units;

        @Override
        public void begin(String task, long total, String unit) {}

        @Override
        public void advance(long more) {
            units += more;
        }

        @Override
        public void say(String line) {
            lines.add(line);
        }

        @Override
        public void end() {}
    }
}

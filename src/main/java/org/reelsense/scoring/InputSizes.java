package org.reelsense.scoring;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** How much there is to read, for those who wait. */
final class InputSizes {

    private InputSizes() {}

    /** Bytes of all inputs; negative if one of them is no file or folder. What cannot be read counts nothing. */
    static long total(List<String> paths, InputChoice choice) {
        long[] bytes = {0};
        for (String path : paths) {
            if (path.equals(Inputs.STANDARD_INPUT)
                    || Files.exists(Path.of(path))
                            && !Files.isRegularFile(Path.of(path))
                            && !Files.isDirectory(Path.of(path))) {
                return -1;
            }
            try {
                bytes[0] +=
                        Files.isDirectory(Path.of(path)) ? ofFolder(Path.of(path), choice) : Files.size(Path.of(path));
            } catch (IOException e) {
                continue; // its reader will say so
            }
        }
        return bytes[0];
    }

    private static long ofFolder(Path folder, InputChoice choice) throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.isRegularFile() && choice.inFolder(file) ? attributes.size() : 0;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }
}

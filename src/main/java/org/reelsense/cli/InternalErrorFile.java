package org.reelsense.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The full trace of a bug, for the one who mends it; a terminal is no place for it. */
final class InternalErrorFile {

    private InternalErrorFile() {}

    /** Writes the trace and says where it lies. */
    static String write(Throwable bug) {
        try {
            Path file = Files.createTempFile("reelsense-", "-trace.txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                for (String line : new Version().getVersion()) {
                    writer.println(line);
                }
                bug.printStackTrace(writer);
            }
            return file.toString();
        } catch (IOException e) {
            return "what you did (the trace could not be kept: " + e.getMessage() + ")";
        }
    }
}

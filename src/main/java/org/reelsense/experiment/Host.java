package org.reelsense.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.reelsense.network.ClassifierNetwork;

/** What the machine and the program say of themselves, for the record. */
public final class Host {

    private static final String UNKNOWN = "unknown";

    private Host() {}

    /** The machine, and the threads used on it. */
    public static RunRecord.Machine machine(int threads) {
        return new RunRecord.Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                line(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                ClassifierNetwork.engineVersion(),
                threads);
    }

    /** The largest memory the process has held so far, in bytes; 0 if the system does not say. */
    public static long peakMemoryBytes() {
        return line(Path.of("/proc/self/status"), "VmHWM")
                .map(value -> Long.parseLong(value.split(" ")[0]) * 1024)
                .orElse(0L);
    }

    /** The commit the program was built from, with {@code -dirty} if the sources had been changed. */
    public static String commit() {
        Properties properties = new Properties();
        try (InputStream in = Host.class.getResourceAsStream("/git.properties")) {
            if (in == null) {
                return UNKNOWN;
            }
            properties.load(in);
        } catch (IOException e) {
            return UNKNOWN;
        }
        String commit = properties.getProperty("git.commit.id.abbrev", UNKNOWN);
        return Boolean.parseBoolean(properties.getProperty("git.dirty")) ? commit + "-dirty" : commit;
    }

    /** The value of the first line {@code name : value} in one of Linux's own files. */
    private static Optional<String> line(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException notLinux) {
            return Optional.empty();
        }
    }
}

package org.reelsense.bench.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a result's machine says of itself. */
public final class Machine {

    private Machine() {}

    /** Processor, cores, system and JVM. */
    public static Map<String, String> facts() {
        return new TreeMap<>(Map.of(
                "cpu", cpu(),
                "cores", Integer.toString(Runtime.getRuntime().availableProcessors()),
                "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "jdk", System.getProperty("java.vm.version")));
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException | UncheckedIOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}

package org.reelsense.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the build puts what worker processes need.
 *
 * @param target the build's folder
 */
public record BenchFiles(Path target) {

    /** Our own classes with the libraries of {@code reelsense}, ND4J and DL4J among them. */
    public String classPath() {
        return join(classes(), Stream.of("lib/*"));
    }

    /** The same without ND4J, whose OpenBLAS is another, and with the libraries in {@code target/bench/PEER} of each peer. */
    public String classPath(String... peers) {
        return join(
                classes(),
                Stream.concat(
                        Stream.of(peers).map(peer -> "bench/" + peer + "/*"),
                        Stream.of("jackson-*", "fastcsv-*", "jspecify-*", "javacpp-*", "hipparchus-*")
                                .flatMap(this::libraries)));
    }

    /** Whether there is such a peer on this platform. */
    public boolean has(String peer) {
        return Files.isDirectory(target.resolve("bench").resolve(peer));
    }

    private static Stream<String> classes() {
        return Stream.of("test-classes", "classes");
    }

    /** Files of {@code lib} that match; the wildcard of a class path takes a whole folder only. */
    private Stream<String> libraries(String glob) {
        String start = glob.substring(0, glob.length() - 1);
        String[] names = target.resolve("lib").toFile().list((folder, name) -> name.startsWith(start));
        return Stream.of(names == null ? new String[0] : names).sorted().map(name -> "lib/" + name);
    }

    private String join(Stream<String> own, Stream<String> others) {
        return Stream.concat(own, others)
                .map(part -> target + File.separator + part)
                .collect(Collectors.joining(File.pathSeparator));
    }
}

package org.reelsense;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The libraries of the program, as the build's bill of materials names them, with the sizes of the jars on the class path. */
record DependencyList(List<Library> libraries) {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/reelsense.cdx.json");
    private static final Pattern CLASSIFIER = Pattern.compile("classifier=([^&]+)");
    private static final double KILOBYTE = 1000;

    /**
     * One jar.
     *
     * @param platform what natives are for; empty for classes
     */
    record Library(String name, String version, String platform, String licences, long bytes) {

        boolean nativeCode() {
            return !platform.isEmpty();
        }

        String row() {
            String kilobytes = String.format(Locale.ROOT, "%,d", Math.max(1, Math.round(bytes / KILOBYTE)));
            String full = nativeCode() ? name + " (" + platform + ")" : name;
            return "| %s | %s | %s | %s |".formatted(full, version, licences, kilobytes);
        }
    }

    static DependencyList ofBuild() throws IOException {
        Map<String, Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .collect(
                        Collectors.toMap(jar -> jar.getFileName().toString(), Function.identity(), (one, same) -> one));
        List<Library> libraries = new ArrayList<>();
        for (JsonNode component : new ObjectMapper().readTree(BILL.toFile()).path("components")) {
            libraries.add(library(component, jars));
        }
        libraries.sort(Comparator.comparing(Library::name).thenComparing(Library::platform));
        return new DependencyList(libraries);
    }

    private static Library library(JsonNode component, Map<String, Path> jars) throws IOException {
        Matcher classifier = CLASSIFIER.matcher(component.path("purl").asText());
        String platform = classifier.find() ? classifier.group(1) : "";
        String artifact = component.path("name").asText();
        String version = component.path("version").asText();
        String file = artifact + "-" + version + (platform.isEmpty() ? "" : "-" + platform) + ".jar";
        if (!jars.containsKey(file)) {
            throw new IllegalStateException(file + " is in the bill of materials and not on the class path");
        }
        String licences = StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(DependencyList::licence)
                .collect(Collectors.joining(" or "));
        String name = component.path("group").asText() + ":" + artifact;
        return new Library(name, version, platform, licences, Files.size(jars.get(file)));
    }

    private static String licence(JsonNode entry) {
        JsonNode licence = entry.path("license");
        return licence.path("id").asText(licence.path("name").asText(""));
    }

    long bytes() {
        return libraries.stream().mapToLong(Library::bytes).sum();
    }
}

package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reelsense.DependencyList.Library;

/** DEPENDENCIES.md is generated: whoever changes a dependency sees here what came with it. */
class DependencyListTest {

    private static final Path COMMITTED = Path.of("DEPENDENCIES.md");
    private static final Path GENERATED = Path.of("target/DEPENDENCIES.md");
    private static final String PLATFORM = "linux-x86_64";

    private static final List<String> HEAD = List.of(
            "# Dependencies",
            "",
            "What the program carries, generated from the build's bill of materials (`META-INF/sbom/reelsense.cdx.json` in the",
            "jar, CycloneDX) by `DependencyListTest`; natives are those of " + PLATFORM
                    + ". Licences are as the libraries' own build",
            "files name them; the bill of materials reads a plain \"BSD\" as BSD-4-Clause (liblinear-java and JLine say BSD-3-Clause",
            "in their licence files).",
            "",
            "| library | version | licence | kB |",
            "|---|---|---|---|");

    /** Nothing that would bind who uses the program beyond naming the authors, or beyond the library's own files. */
    private static final List<String> ALLOWED =
            List.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause", "EPL-2.0", "MPL-2.0");

    @Test
    void dependencies_generatedAnew_areTheCommittedList() throws IOException {
        DependencyList list = DependencyList.ofBuild();
        List<String> expected = page(list);
        Files.write(GENERATED, expected);

        assertThat(onThisPlatform(Files.readAllLines(COMMITTED)))
                .as("%s; if the change is meant, copy %s over it", COMMITTED, GENERATED)
                .isEqualTo(onThisPlatform(expected));
    }

    @Test
    void licences_ofEveryLibrary_includeOneThatIsAllowed() throws IOException {
        assertThat(DependencyList.ofBuild().libraries())
                .hasSizeGreaterThan(30)
                .allSatisfy(library -> assertThat(Stream.of(library.licences().split(" or ")))
                        .as(library.name())
                        .anyMatch(ALLOWED::contains));
    }

    private static List<String> page(DependencyList list) {
        Stream<String> rows = list.libraries().stream().map(Library::row);
        Stream<String> sum = Stream.of(
                "",
                String.format(Locale.ROOT, "%d jars, %,d kB.", list.libraries().size(), list.bytes() / 1000));
        return Stream.of(HEAD.stream(), rows, sum).flatMap(lines -> lines).toList();
    }

    /** Elsewhere other natives are on the class path, so only the classes can be compared. */
    private static List<String> onThisPlatform(List<String> page) {
        boolean same = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return same
                ? page
                : page.stream()
                        .filter(line -> !line.contains(" (") && !line.contains(" jars, "))
                        .toList();
    }
}

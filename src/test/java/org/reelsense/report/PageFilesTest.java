package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;

/** Leaves pages in {@code target/report-pages}, for {@code .ci/report-check} to open in a browser. */
class PageFilesTest {

    private static final Path PAGES = Path.of("target/report-pages");

    @ParameterizedTest
    @ValueSource(strings = {"full", "one-seed", "many-models", "hostile-names"})
    void write_inventedRun_leavesAPage(String name) throws IOException {
        Path page = PAGES.resolve(name).resolve("report.html");

        Files.createDirectories(page.getParent());
        Files.writeString(page, page(name).source());

        assertThat(page).isNotEmptyFile();
    }

    private static Pages.Page page(String name) {
        return switch (name) {
            case "full" -> Pages.of(Runs.full());
            case "one-seed" -> Pages.of(FullRun.record(1, ""));
            case "many-models" -> Pages.of(HostileRuns.manyModels());
            default -> Pages.of(HostileRuns.names(), HostileRuns.mistakes());
        };
    }

    /** Of this release and of the first. */
    @ParameterizedTest
    @ValueSource(strings = {"default", "cells", "quick", "box"})
    void write_committedRun_leavesAPage(String name) throws IOException {
        RunRecord run = new RunFolder(Path.of("datasets/results", name)).read();

        Reports.write(PAGES.resolve(name), run, List.of());

        assertThat(PAGES.resolve(name).resolve("report.html")).isNotEmptyFile();
    }
}

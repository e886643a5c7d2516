package org.reelsense.report;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a page with all charts, to be looked at: the folder it goes to. */
final class ShowCharts {

    private ShowCharts() {}

    public static void main(String[] folder) throws Exception {
        long begin = System.nanoTime();
        Content.of(RichRun.record());
        String page = HtmlReport.render(Content.of(RichRun.record()), RichRun.record());
        long seconds = System.nanoTime() - begin;
        Files.writeString(Path.of(folder[0]), page);
        System.out.println(page.length() + " characters, " + seconds / 1_000_000 + " ms");
    }
}

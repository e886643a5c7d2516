package org.reelsense.report;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.reelsense.experiment.Mistake;
import org.reelsense.experiment.RunRecord;

/** Pages as readers get them. Each is made and parsed once for all tests, because charts take their time; only look at it. */
final class Pages {

    /** A page and what a browser would make of it. */
    record Page(String source, Document parsed) {}

    private record Key(RunRecord run, List<Mistake> mistakes) {}

    private static final Map<Key, Page> PAGES = new ConcurrentHashMap<>();

    private Pages() {}

    /** With the invented mistakes. */
    static Page of(RunRecord run) {
        return of(run, InventedMistakes.all());
    }

    static Page of(RunRecord run, List<Mistake> mistakes) {
        return PAGES.computeIfAbsent(new Key(run, mistakes), key -> {
            String source = HtmlReport.render(Content.of(run), run, mistakes);
            return new Page(source, Jsoup.parse(source));
        });
    }
}

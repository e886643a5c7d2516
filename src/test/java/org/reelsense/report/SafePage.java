package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;

/** What every page of a report keeps to. */
final class SafePage {

    private SafePage() {}

    /** Nothing is fetched from anywhere, and no script runs. */
    static void assertLoadsAndRunsNothing(Document page) {
        assertThat(page.select("script, link, img, iframe, object, embed, form, base, use, image, foreignObject"))
                .isEmpty();
        assertThat(page.getAllElements().stream().flatMap(element -> element.attributes().asList().stream()))
                .noneMatch(attribute ->
                        List.of("src", "xlink:href", "style", "srcset").contains(attribute.getKey())
                                || attribute.getKey().startsWith("on"));
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }
}

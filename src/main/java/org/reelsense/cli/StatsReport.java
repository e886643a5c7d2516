package org.reelsense.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.dataset.DatasetStats;
import org.reelsense.dataset.DatasetStats.Lengths;
import org.reelsense.dataset.DatasetStats.Part;

/** A corpus in figures, for people and for programs. */
record StatsReport(
        String dataset, String sha256, @JsonUnwrapped DatasetStats stats) {

    private static final int MOST_STARS = 10;

    /** Three tables: counts, lengths, stars. */
    String text() {
        return Aligned.printable(dataset) + ", SHA-256 " + sha256 + "\n\n" + counts() + "\n" + lengths() + "\n"
                + stars();
    }

    private String counts() {
        return table(
                List.of("reviews", "all", "positive", "negative", "films"),
                part -> Stream.of(part.reviews(), part.positive(), part.negative(), part.films())
                        .map(StatsReport::grouped)
                        .toList());
    }

    private String lengths() {
        return table(
                List.of("length", "words: mean", "median", "longest", "characters: mean", "median", "longest"),
                part -> Stream.of(part.words(), part.characters())
                        .flatMap(StatsReport::figures)
                        .toList());
    }

    private String stars() {
        List<String> header = Stream.concat(
                        Stream.of("stars", "unknown"),
                        IntStream.rangeClosed(1, MOST_STARS).mapToObj(Integer::toString))
                .toList();
        return table(
                header, part -> part.stars().stream().map(StatsReport::grouped).toList());
    }

    private String table(List<String> header, Function<Part, List<String>> cells) {
        List<List<String>> rows = new ArrayList<>(List.of(header));
        stats.parts()
                .forEach(part -> rows.add(Stream.concat(Stream.of(part.name()), cells.apply(part).stream())
                        .toList()));
        return Aligned.table(rows);
    }

    private static Stream<String> figures(Lengths lengths) {
        return Stream.of(
                String.format(Locale.ROOT, "%,.1f", lengths.mean()),
                String.format(Locale.ROOT, "%,.1f", lengths.median()),
                grouped(lengths.max()));
    }

    private static String grouped(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelsense.report.Table.Place;

class TableTest {

    @Test
    void best_largestFigure_isMarked() {
        assertThat(of(0.1, 0.3, 0.2).best()).containsExactly(new Place(1, 1));
    }

    /** Nobody sees a difference between the two. */
    @Test
    void best_writtenAlike_areAllMarked() {
        assertThat(of(0.90121, 0.8, 0.90124).best()).containsExactlyInAnyOrder(new Place(0, 1), new Place(2, 1));
    }

    @Test
    void best_notANumber_isNeverMarked() {
        assertThat(of(Double.NaN, 0.8, 0.7, Double.POSITIVE_INFINITY).best()).containsExactly(new Place(1, 1));
    }

    @Test
    void best_nothingToBeatOrNothingKnown_isNone() {
        assertThat(of(0.9).best()).isEmpty();
        assertThat(of(Double.NaN, 0.9).best()).isEmpty();
        assertThat(of().best()).isEmpty();
    }

    @Test
    void best_spread_makesNoFigureBetter() {
        List<Spread> spreads = List.of(new Spread(0.90121, 0.1), new Spread(0.90124, 0.2));
        Table table = Table.of(List.of(figures("accuracy", "", Spread::percent, Spread::mean)), spreads);

        assertThat(table.best()).hasSize(2);
    }

    @Test
    void first_moreRows_cutsThemAndTheirMarks() {
        Table table = of(IntStream.range(0, 10).mapToDouble(i -> i / 10.0).toArray());

        assertThat(table.first(10)).isSameAs(table);
        assertThat(table.first(3).rows()).hasSize(3);
        assertThat(table.first(3).best()).isEmpty();
    }

    private static Table of(double... figures) {
        List<Double> items =
                IntStream.range(0, figures.length).mapToObj(i -> figures[i]).toList();
        return Table.of(
                List.of(words("name", item -> "x"), figures("figure", "%", Figures::percent, item -> item)), items);
    }
}

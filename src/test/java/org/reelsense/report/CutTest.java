package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final Scale ACROSS = Scale.within("", 0, 10);
    private static final Scale UP = Scale.within("", 80, 100);

    @Test
    void out_lineThatComesAndGoes_hasAStretchForEachVisit() {
        List<Point> line =
                List.of(new Point(0, 60), new Point(4, 100), new Point(20, 100), new Point(20, 90), new Point(0, 90));

        assertThat(Cut.out(line, ACROSS, UP))
                .containsExactly(
                        List.of(new Point(2, 80), new Point(4, 100), new Point(10, 100)),
                        List.of(new Point(10, 90), new Point(0, 90)));
    }

    @Test
    void out_lineOutside_isNothing() {
        assertThat(Cut.out(List.of(new Point(11, 0), new Point(11, 100)), ACROSS, UP))
                .isEmpty();
        assertThat(Cut.out(List.of(new Point(5, 90)), ACROSS, UP)).isEmpty();
        assertThat(Cut.out(List.of(), ACROSS, UP)).isEmpty();
    }
}

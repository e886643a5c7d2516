package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final Plot PLOT = Plot.of(
            Scale.within("epoch", 0, 1),
            Scale.within("loss, nats", 0, 1),
            List.of(new Key("a", new Look(0, 21, "solid"))));

    @Test
    void figure_knownMarks_isDrawn() {
        Plot plot = PLOT.and(Layer.points(List.of(new Trace(0, List.of(new Point(0.5, 0.5)))), 3));

        Figure figure = plot.figure("id", "Title", "Note.", "a: 0.5.");

        assertThat(figure.svg().source()).startsWith("<svg").contains("<circle");
        assertThat(figure.note()).isEqualTo("Note.");
    }

    /** Lets-Plot refuses it. */
    @Test
    void figure_marksThatLetsPlotDoesNotKnow_areWords() {
        isWords(PLOT.and(new Layer(new Spec().with("geom", "none of these"), 1)));
    }

    /** Lets-Plot draws it with an element that no chart of the report has. */
    @Test
    void figure_marksThatAreNotRedrawn_areWords() {
        isWords(PLOT.and(new Layer(
                new Spec()
                        .with("geom", "image")
                        .with("href", "data:image/png;base64,iVBORw0KGgo=")
                        .with("xmin", 0.1)
                        .with("xmax", 0.9)
                        .with("ymin", 0.1)
                        .with("ymax", 0.9),
                1)));
    }

    /** As without the library. */
    @Test
    void of_drawingThatCannotBeLinked_areWords() {
        Figure figure = Figure.of("id", "Title", "Note.", "a: 0.5.", () -> {
            throw new NoClassDefFoundError("org/jetbrains/letsPlot");
        });

        assertThat(figure.svg().source()).contains("This chart could not be drawn. Its figures: a: 0.5.");
    }

    private static void isWords(Plot plot) {
        assertThatThrownBy(() -> Redrawing.of(plot)).isInstanceOf(RuntimeException.class);

        Figure figure = plot.figure("id", "Title", "Note.", "a < b: 0.5.");

        assertThat(Jsoup.parse(figure.svg().source()).select("p.note").text())
                .isEqualTo("This chart could not be drawn. Its figures: a < b: 0.5.");
        assertThat(figure.svg().source()).doesNotContain("<svg");
        assertThat(figure.title()).isEqualTo("Title");
    }
}

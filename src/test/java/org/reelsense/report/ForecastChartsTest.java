package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.InventedForecasts;

class ForecastChartsTest {

    private static final ForecastRecord RUN = InventedForecasts.full();
    private static final ForecastCharts CHARTS =
            new ForecastCharts(RUN, InventedForecasts.series(), InventedForecasts.forecasts(RUN));
    /** Colours, as Looks gives them. */
    private static final int LSTM = 6;

    private static final int ACTUAL = 5;

    @Test
    void errors_eachSeries_hasAMarkAtItsFigure() {
        Chart chart = Chart.of(CHARTS.of("horizon-1"), "errors-1");

        // lstm's squares and circles are hollow; its figures are 0.0405 to 0.0504
        List<Point> marks = chart.marks("hollow", LSTM);
        assertThat(marks).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(chart.up(marks.get(i).y())).isCloseTo(0.0405 + 0.0011 * i, within(0.002));
            assertThat(Math.round(chart.across(marks.get(i).x()))).isEqualTo(i + 1);
        }
        assertThat(chart.description()).contains("lstm: 0.04050, 0.04160", "persistence: 0.37000");
    }

    @Test
    void forecasts_oneStep_isOneLineAModelOverSixtyValues() {
        Chart chart = Chart.of(CHARTS.of("horizon-1"), "forecasts-1");

        assertThat(chart.words()).contains("actual", "lstm", "gru").doesNotContain("persistence");
        assertThat(chart.lines(LSTM).stream().filter(line -> line.size() > 2)).hasSize(1);
        List<Point> actual = longest(chart, ACTUAL);
        assertThat(actual).hasSize(60);
        double[] series = InventedForecasts.series();
        assertThat(chart.up(actual.get(0).y())).isCloseTo(series[300], within(6.0));
        assertThat(chart.up(longest(chart, LSTM).get(0).y())).isCloseTo(series[300] + 40, within(6.0));
        assertThat(chart.across(actual.get(59).x())).isCloseTo(360, within(0.5));
    }

    /** Three forecasts of twenty steps each; what came is one line. */
    @Test
    void forecasts_twentySteps_areAPieceForEachWindow() {
        Chart chart = Chart.of(CHARTS.of("horizon-20"), "forecasts-20");

        assertThat(chart.lines(LSTM).stream().filter(line -> line.size() == 20)).hasSize(3);
        assertThat(longest(chart, ACTUAL)).hasSize(60);
        assertThat(chart.description())
                .isEqualTo("60 values after value 300. Off on average, in the series' own unit: gru 30.0, lstm 40.0.");
    }

    @Test
    void forecasts_noNetwork_areThoseOfBaselines() {
        ForecastRecord run = InventedForecasts.baselines();

        Chart chart = Chart.of(
                new ForecastCharts(run, new double[0], InventedForecasts.forecasts(run)).of("horizon-20"),
                "forecasts-20");

        assertThat(chart.words()).contains("persistence", "seasonal");
    }

    @Test
    void series_long_keepsItsExtremesInFewPoints() {
        double[] values = IntStream.range(0, 20_000)
                .mapToDouble(i -> i == 7_777 ? 500 : i % 7)
                .toArray();

        Figure figure = SeriesChart.of(RUN, values).orElseThrow();
        Chart chart = new Chart(figure);

        assertThat(figure.svg().source().length()).isLessThan(30_000);
        double top = longest(chart, 0).stream().mapToDouble(Point::y).min().orElseThrow();
        assertThat(chart.up(top)).isCloseTo(500, within(3.0));
        assertThat(chart.description()).isEqualTo("20,000 values from 0.00 to 500; the test part begins after 19,900.");
    }

    @Test
    void series_valuesThatNoAxisHolds_isNotDrawn() {
        assertThat(SeriesChart.of(RUN, new double[] {1, 1e300})).isEmpty();
        assertThat(SeriesChart.of(RUN, new double[] {1})).isEmpty();
        assertThat(SeriesChart.of(RUN, new double[] {5, 5, 5})).isPresent();
    }

    @Test
    void losses_severalSeeds_areMeanAndPaleLines() {
        Chart chart = Chart.of(CHARTS.of("training"), "losses-1");

        assertThat(chart.lines(LSTM).stream().filter(line -> line.size() == 4)).hasSize(3);
        assertThat(chart.description()).contains("lstm: epoch 1 0.100000, epoch 3 0.007500, epoch 4 0.004000");
    }

    @Test
    void of_nothingToDraw_isEmpty() {
        ForecastCharts none = new ForecastCharts(InventedForecasts.baselines(), new double[0], Map.of());

        assertThat(none.of("series")).isEmpty();
        assertThat(none.of("training")).isEmpty();
        assertThat(none.of("seeds")).isEmpty();
    }

    private static List<Point> longest(Chart chart, int colour) {
        return chart.lines(colour).stream()
                .max((a, b) -> Integer.compare(a.size(), b.size()))
                .orElseThrow();
    }
}

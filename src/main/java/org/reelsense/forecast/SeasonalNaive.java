package org.reelsense.forecast;

/**
 * The last season again and again: each value is that of {@code lag} values before, or of two seasons before where that
 * one is itself forecast, and so on.
 *
 * @param horizon values to forecast
 * @param lag values of a season, e.g. 7 for days of a week, 5 for days of trade
 */
public record SeasonalNaive(int horizon, int lag) implements Baseline {

    public static final String ID = "seasonal";

    /** @throws IllegalArgumentException if the lag is less than 1 */
    public SeasonalNaive {
        if (lag < 1) {
            throw new IllegalArgumentException("lag is " + lag + "; it must be 1 or more");
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int parameters() {
        return 0;
    }

    /** @throws IllegalArgumentException if a window is shorter than the season */
    @Override
    public double[][] forecast(double[][] inputs) {
        double[][] forecasts = new double[inputs.length][horizon];
        for (int i = 0; i < inputs.length; i++) {
            int season = inputs[i].length - lag;
            if (season < 0) {
                throw new IllegalArgumentException(
                        "lag is " + lag + "; it must be " + inputs[i].length + " or less, the length of a window");
            }
            for (int step = 0; step < horizon; step++) {
                forecasts[i][step] = inputs[i][season + step % lag];
            }
        }
        return forecasts;
    }
}

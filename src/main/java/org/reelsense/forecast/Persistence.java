package org.reelsense.forecast;

import java.util.Arrays;

/**
 * The last value again and again: the authors' baseline. Hard to beat where a series is a random walk, as prices nearly
 * are.
 *
 * @param horizon values to forecast
 */
public record Persistence(int horizon) implements Baseline {

    public static final String ID = "persistence";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int parameters() {
        return 0;
    }

    @Override
    public double[][] forecast(double[][] inputs) {
        double[][] forecasts = new double[inputs.length][horizon];
        for (int i = 0; i < inputs.length; i++) {
            Arrays.fill(forecasts[i], inputs[i][inputs[i].length - 1]);
        }
        return forecasts;
    }
}

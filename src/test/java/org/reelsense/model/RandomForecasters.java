package org.reelsense.model;

import java.util.Random;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Parameters;

/** Small forecasters with random weights, biases too; public for the tests of other packages. */
public final class RandomForecasters {

    private RandomForecasters() {}

    /** All weights in ±0.5, which spreads the forecasts. */
    public static ForecastModel of(ForecasterSpec spec, long seed) {
        Random random = new Random(seed);
        float[] dense = new float[ParameterLayout.of(spec).size()];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = random.nextFloat() - 0.5f;
        }
        return new ForecastModel(spec, Parameters.ofDense(dense), RandomModels.provenance());
    }

    /** As small as one can be that has something of everything. */
    static ForecastModel tiny(Cell cell) {
        return of(new ForecasterSpec(cell, 3, 2, 2), 1);
    }
}

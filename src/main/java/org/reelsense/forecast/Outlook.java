package org.reelsense.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reelsense.model.ForecastModel;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.storage.DataException;

/** How given series go on after their last value, as a trained forecaster sees it. */
public final class Outlook {

    private Outlook() {}

    /**
     * The values after the last, in each series' own units. A series is scaled by all of its values.
     *
     * @return {@code [series][horizon]}
     * @throws DataException if the series are shorter than the forecaster's window, one is constant, or a forecast is no
     *     finite number
     */
    public static double[][] of(ForecastModel model, SeriesSet set) throws DataException {
        ForecasterSpec spec = model.spec();
        if (set.length() < spec.window()) {
            throw new DataException(set.name() + " has series of " + set.length()
                    + " values where the model looks back on " + spec.window() + "; give longer ones");
        }
        List<MinMax> scales = new ArrayList<>();
        double[][] windows = new double[set.count()][];
        for (int row = 0; row < windows.length; row++) {
            MinMax scale = Scaling.ofAll(set, row);
            double[] values = set.series().get(row);
            scales.add(scale);
            windows[row] = scale.scale(Arrays.copyOfRange(values, values.length - spec.window(), values.length));
        }
        double[][] ahead = new TrainedForecaster(model).forecast(windows);
        for (int row = 0; row < ahead.length; row++) {
            ahead[row] = scales.get(row).unscale(ahead[row]);
            requireFinite(row, ahead[row]);
        }
        return ahead;
    }

    /** Weights from somebody else may be as large as numbers get. */
    private static void requireFinite(int row, double[] ahead) throws DataException {
        for (double value : ahead) {
            if (!Double.isFinite(value)) {
                throw new DataException("The model forecasts " + value + " for row " + (row + 1)
                        + ": its weights are too large to be of use; give another model");
            }
        }
    }
}

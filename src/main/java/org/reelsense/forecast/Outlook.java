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
     * @throws DataException if the series are shorter than the forecaster's window, or one is constant
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
        }
        return ahead;
    }
}

package org.reelsense.bench.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.forecast.ForecastSpec;
import org.reelsense.forecast.MinMax;
import org.reelsense.forecast.PaperTraining;
import org.reelsense.forecast.WeeklyActivity;
import org.reelsense.forecast.Windowing;
import org.reelsense.forecast.Windows;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterNetwork;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.KerasInitializer;
import org.reelsense.network.Parameters;
import org.reelsense.training.Objective;

/**
 * What every engine makes of a setting: the same network, weights, windows and batches.
 *
 * @param train of the first weekly series, as many as the authors have of BANKEX: 2,721, 86 steps an epoch. Which values they
 *     hold changes no time
 */
record ForecastWork(ForecasterSpec network, Windows train) {

    static final String CELL = "cell";
    static final String HORIZON = "horizon";
    static final String WINDOWS = "windows";

    private static final int BANKEX_WINDOWS = 2_721;
    private static final long WEIGHTS_SEED = 7;

    /** The settings to measure; for a first look one step ahead only. */
    static List<Setting> grid(boolean quick) {
        List<Setting> settings = new ArrayList<>();
        for (int horizon : quick ? new int[] {1} : new int[] {1, 20}) {
            for (Cell cell : List.of(Cell.LSTM, Cell.GRU)) {
                settings.add(setting(cell, horizon, BANKEX_WINDOWS));
            }
        }
        return settings;
    }

    static Setting setting(Cell cell, int horizon, int windows) {
        return new Setting(
                Map.of(CELL, cell.id(), HORIZON, Integer.toString(horizon), WINDOWS, Integer.toString(windows)));
    }

    static ForecastWork of(Setting setting) {
        Windowing cut = Windowing.ofExperiment(setting.number(HORIZON));
        int length = setting.number(WINDOWS) + cut.window() + cut.testLength();
        double[] weekly =
                WeeklyActivity.generate(WeeklyActivity.DEFAULT_SEED).series().get(0);
        double[] values = Arrays.copyOf(weekly, length);
        MinMax scale = new MinMax(
                DoubleStream.of(values).min().orElseThrow(),
                DoubleStream.of(values).max().orElseThrow());
        return new ForecastWork(
                new ForecasterSpec(
                        Cell.ofId(setting.text(CELL)), cut.window(), ForecastSpec.PAPER.hidden(), cut.horizon()),
                Windows.train(scale.scale(values), cut));
    }

    /** As {@code reelsense forecast} draws them. */
    Parameters initial() {
        return KerasInitializer.initial(network, WEIGHTS_SEED);
    }

    Objective<ForecasterNetwork> objective() {
        return PaperTraining.objective(network, train);
    }

    /** Numbers of an epoch's windows, counted from 1, batch by batch, as the trainer takes them. */
    List<int[]> batches(int epoch) {
        return objective().batches(epoch);
    }

    /** So many epochs that took so long. */
    Turn turn(int epochs, double seconds) {
        long windows = (long) epochs * train.count();
        return new Turn(windows, windows * network.window(), seconds);
    }

    /** Rows of windows or targets, one after another, as engines take them. */
    static float[] flat(double[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        IntStream.range(0, flat.length).forEach(i -> flat[i] = (float) rows[i / rows[0].length][i % rows[0].length]);
        return flat;
    }
}

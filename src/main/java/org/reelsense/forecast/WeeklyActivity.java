package org.reelsense.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up series of weekly activity: five busy days and two free ones, again and again. Needs no network, so it is what
 * forecasts are tried on by default. Like the authors' set Activities in size (ten series of 3,584 days) and in what
 * makes it a test: a model is trained on series 0 alone, and the others differ.
 *
 * <ul>
 *   <li>Free days lie near 0 in series 0, busy days near 1; in series k the step between them is k + 1.
 *   <li>Series 0 begins with its busy days and has no trend; the others begin on any day of their week and rise, all in
 *       all by 30 to 42 % of the step.
 *   <li>Noise is uniform in hundredths, from 0 to 4 % of the step in series 0; to 4 to 40 % in the others.
 * </ul>
 *
 * <p>Neither values nor code of the authors' set are used. Scaled, persistence has a mean RMSE near 0.37 (horizon 1) and
 * 0.45 (horizon 20), and the value of a week before near 0.04, as on Activities.
 */
public final class WeeklyActivity {

    public static final String NAME = "weekly";

    /** Of the set that is called {@link #NAME}; those of other seeds have the seed in their name. */
    public static final long DEFAULT_SEED = 1;

    private static final int COUNT = 10;
    private static final int LENGTH = 3_584;
    private static final int WEEK = 7;
    private static final int BUSY = 5;

    /** Values are whole multiples of 1 / UNIT, so that their decimal spelling is short and no sum depends on its order. */
    private static final long UNIT = 10_000;

    private static final int LEAST_NOISE = 4;

    private final SplittableRandom random;

    private WeeklyActivity(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The same values for the same seed on every machine. */
    public static SeriesSet generate(long seed) {
        WeeklyActivity weekly = new WeeklyActivity(seed);
        List<double[]> series = new ArrayList<>();
        for (int k = 0; k < COUNT; k++) {
            series.add(k == 0 ? weekly.series(1, 0, 0, LEAST_NOISE) : weekly.drawn(k + 1));
        }
        return new SeriesSet(seed == DEFAULT_SEED ? NAME : NAME + "-" + seed, SeriesFile.sha256(series), series);
    }

    private double[] drawn(int step) {
        int phase = below(WEEK);
        int rise = 30 + below(13);
        int noise = LEAST_NOISE << below(3); // 4, 8 or 16 at least, so that quiet series are as many as loud ones
        return series(step, phase, rise, noise + below(noise + noise / 2 + 1));
    }

    /**
     * One series.
     *
     * @param step between free and busy days
     * @param phase day of the week on which it begins
     * @param rise from first to last value, in hundredths of the step
     * @param noise at most, in hundredths of the step
     */
    private double[] series(int step, int phase, int rise, int noise) {
        double[] values = new double[LENGTH];
        for (int day = 0; day < LENGTH; day++) {
            long busy = (phase + day) % WEEK < BUSY ? step * UNIT : 0;
            long risen = step * UNIT * rise * day / (100L * (LENGTH - 1));
            long shaken = below(step * noise + 1) * (UNIT / 100);
            values[day] = (busy + risen + shaken) / (double) UNIT;
        }
        return values;
    }

    /** Whole numbers from 0; taken from whole draws, since {@code nextInt} has had more than one algorithm. */
    private int below(int bound) {
        return (int) Long.remainderUnsigned(random.nextLong(), bound);
    }
}

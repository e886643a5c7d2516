package org.reelsense.bench.result;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.reelsense.bench.process.Turn;

/** Least, middle and largest of one number a round. */
public record Spread(double least, double median, double most) {

    /**
     * Of values.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static Spread of(double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "values: " + Arrays.toString(values) + "; need finite ones, at least one");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Of a rate, turn by turn. */
    public static Spread of(List<Turn> turns, ToDoubleFunction<Turn> rate) {
        return of(turns.stream().mapToDouble(rate).toArray());
    }

    /**
     * How many times as much one makes of a rate as another, round by round.
     *
     * @throws IllegalArgumentException if they did not make the same number of rounds
     */
    public static Spread ratio(List<Turn> one, List<Turn> other, ToDoubleFunction<Turn> rate) {
        if (one.size() != other.size()) {
            throw new IllegalArgumentException("rounds: " + one.size() + " and " + other.size() + " differ");
        }
        double[] ratios = new double[one.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = rate.applyAsDouble(one.get(round)) / rate.applyAsDouble(other.get(round));
        }
        return of(ratios);
    }

    /** The same in another unit. */
    public Spread times(double factor) {
        return new Spread(least * factor, median * factor, most * factor);
    }

    /** {@code least / median / most}, all in one format of a number. */
    public String show(String format) {
        return String.format(Locale.ROOT, String.join(" / ", format, format, format), least, median, most);
    }
}

package org.reelsense.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A line through two or more points in the unit square, and a line through fewer of them that looks the same.
 *
 * <p>Thinning is that of Ramer (1972) and Douglas and Peucker (1973), the farthest point first: it begins with the two
 * ends and takes in, again and again, the point that is farthest from the line so far, until none is further away than
 * {@link #TOLERANCE} or the points are used up. So points on a straight line drop out, and each point left out lies at
 * most the last distance from the stretch that was drawn instead of it.
 *
 * <p>The bound for a line that only rises, such as a ROC curve: if d is the distance left over, every split was of a
 * stretch whose distance was at least d/2 (what lies within e of one chord lies within 2e of any chord inside), so
 * every stretch is at least d/2 long, counted along the axes. All together are 2 long: k points leave d at most
 * 4 / (k - 1).
 */
final class Polyline {

    /** How far a point may lie from the line drawn: half a pixel of a plot of 1,000 by 1,000. */
    static final double TOLERANCE = 0.0005;

    private final double[] x;
    private final double[] y;

    Polyline(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** The area below, for an x that never falls: trapezoids. */
    double area() {
        double doubled = 0;
        for (int i = 1; i < x.length; i++) {
            doubled += (x[i] - x[i - 1]) * (y[i] + y[i - 1]);
        }
        return doubled / 2;
    }

    /** All points. */
    Curve curve() {
        return new Curve(list(x), list(y));
    }

    /** At most so many points, both ends among them; typically O(n log k) for k points. */
    Curve thinned(int mostPoints) {
        if (mostPoints < 2) {
            throw new IllegalArgumentException("a curve of at most " + mostPoints + " points; give 2 or more");
        }
        BitSet kept = new BitSet(x.length);
        kept.set(0);
        kept.set(x.length - 1);
        PriorityQueue<Stretch> stretches = new PriorityQueue<>(
                Comparator.comparingDouble(Stretch::distance).reversed());
        stretches.add(stretch(0, x.length - 1));
        for (int points = 2; points < mostPoints && stretches.element().distance > TOLERANCE; points++) {
            Stretch split = stretches.remove();
            kept.set(split.farthest);
            stretches.add(stretch(split.from, split.farthest));
            stretches.add(stretch(split.farthest, split.to));
        }
        return new Curve(
                kept.stream().mapToObj(i -> x[i]).toList(),
                kept.stream().mapToObj(i -> y[i]).toList());
    }

    private Stretch stretch(int from, int to) {
        int farthest = from;
        double distance = 0;
        for (int i = from + 1; i < to; i++) {
            double one = distance(i, from, to);
            if (one > distance) {
                farthest = i;
                distance = one;
            }
        }
        return new Stretch(from, to, farthest, distance);
    }

    /** Of point {@code i} from the straight line between two others, which ends there. */
    private double distance(int i, int from, int to) {
        double alongX = x[to] - x[from];
        double alongY = y[to] - y[from];
        double length = alongX * alongX + alongY * alongY;
        double at = length == 0 ? 0 : ((x[i] - x[from]) * alongX + (y[i] - y[from]) * alongY) / length;
        double inside = Math.max(0, Math.min(1, at));
        return Math.hypot(x[from] + inside * alongX - x[i], y[from] + inside * alongY - y[i]);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** The points between two that are kept, and which of them is farthest from the line between those. */
    private record Stretch(int from, int to, int farthest, double distance) {}
}

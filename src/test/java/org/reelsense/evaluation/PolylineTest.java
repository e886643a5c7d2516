package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolylineTest {

    /** As many steps as IMDB's test set has reviews. */
    @Test
    void thinned_enoughPoints_staysWithinTheTolerance() {
        double[][] line = staircase(new Random(1), 25_000, 8);

        Curve thinned = new Polyline(line[0], line[1]).thinned(300);

        assertThat(thinned.x()).hasSizeBetween(20, 250);
        assertThat(worst(line, thinned)).isLessThanOrEqualTo(Polyline.TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 9, 17, 40})
    void thinned_tooFewPoints_staysWithinTheBoundOfALineThatRises(int mostPoints) {
        for (int seed = 0; seed < 50; seed++) {
            double[][] line = staircase(new Random(seed), 10 + 7 * seed, seed % 5);

            Curve thinned = new Polyline(line[0], line[1]).thinned(mostPoints);

            assertThat(thinned.x()).hasSizeLessThanOrEqualTo(mostPoints);
            assertThat(worst(line, thinned)).isLessThanOrEqualTo(Math.max(Polyline.TOLERANCE, 4.0 / (mostPoints - 1)));
        }
    }

    @Test
    void thinned_morePoints_neverMakesItMuchWorse() {
        double[][] line = staircase(new Random(3), 5000, 4);
        Polyline whole = new Polyline(line[0], line[1]);

        assertThat(worst(line, whole.thinned(80))).isLessThan(worst(line, whole.thinned(20)));
        assertThat(worst(line, whole.thinned(20))).isLessThan(worst(line, whole.thinned(5)));
    }

    @Test
    void thinned_pointsOnAStraightLine_dropOut() {
        Polyline line = new Polyline(new double[] {0, 0, 0, 0.25, 0.5, 1}, new double[] {0, 0.1, 0.5, 0.625, 0.75, 1});

        Curve thinned = line.thinned(100);

        assertThat(thinned.x()).containsExactly(0.0, 0.0, 1.0);
        assertThat(thinned.y()).containsExactly(0.0, 0.5, 1.0);
    }

    /** It goes back on itself, so the farthest point is beyond the end of the line drawn. */
    @Test
    void thinned_spikeBeyondTheEnd_isKept() {
        Polyline line = new Polyline(new double[] {0.5, 0.5, 0.5}, new double[] {0, 1, 0.4});

        assertThat(line.thinned(10).y()).containsExactly(0.0, 1.0, 0.4);
    }

    @Test
    void area_trapezoids_isTheirSum() {
        assertThat(new Polyline(new double[] {0, 0.5, 0.5, 1}, new double[] {0, 0.5, 1, 1}).area())
                .isEqualTo(0.625);
    }

    /** From (0, 0) to (1, 1), each step right or up; the steeper the earlier. */
    private static double[][] staircase(Random random, int steps, double power) {
        double[] x = new double[steps + 1];
        double[] y = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            boolean up = random.nextDouble() < Math.pow(1 - (double) i / steps, power / 2);
            x[i + 1] = x[i] + (up ? 0 : 1);
            y[i + 1] = y[i] + (up ? 1 : 0);
        }
        double width = Math.max(1, x[steps]);
        double height = Math.max(1, y[steps]);
        return new double[][] {
            Arrays.stream(x).map(one -> one / width).toArray(),
            Arrays.stream(y).map(one -> one / height).toArray()
        };
    }

    /** The largest distance of any point of the whole line from the thinned one. */
    private static double worst(double[][] line, Curve thinned) {
        double worst = 0;
        for (int i = 0; i < line[0].length; i++) {
            double nearest = Double.MAX_VALUE;
            for (int j = 1; j < thinned.x().size(); j++) {
                nearest = Math.min(
                        nearest,
                        Line2D.ptSegDist(
                                thinned.x().get(j - 1),
                                thinned.y().get(j - 1),
                                thinned.x().get(j),
                                thinned.y().get(j),
                                line[0][i],
                                line[1][i]));
            }
            worst = Math.max(worst, nearest);
        }
        return worst;
    }
}

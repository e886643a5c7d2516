package org.reelsense.embedding;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The two directions in which points spread most (Pearson 1901), by power iteration: a few hundred products of a small
 * matrix, and no library for eigenvalues.
 *
 * @param shares [2], of the variance, 0 to 1
 * @param coordinates [N, 2], the points seen along the directions, mean 0
 */
record PrincipalComponents(double[] shares, double[][] coordinates) {

    private static final int AXES = 2;
    private static final int MOST_STEPS = 2_000;
    private static final double STILL = 1e-13;

    /** @param points [N, E], N at least 1 */
    static PrincipalComponents of(double[][] points) {
        double[][] rest = centred(points);
        double total = squares(rest);
        double[] shares = new double[AXES];
        double[][] coordinates = new double[points.length][AXES];
        for (int axis = 0; axis < AXES; axis++) {
            double[] direction = direction(rest);
            double[] along = project(rest, direction);
            double variance = dot(along, along);
            shares[axis] = total == 0 ? 0 : variance / total;
            for (int i = 0; i < rest.length; i++) {
                coordinates[i][axis] = along[i];
                subtract(rest[i], along[i], direction);
            }
        }
        return new PrincipalComponents(shares, coordinates);
    }

    private static double[][] centred(double[][] points) {
        double[] mean = new double[points[0].length];
        Arrays.stream(points).forEach(point -> subtract(mean, -1.0 / points.length, point));
        double[][] centred = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        Arrays.stream(centred).forEach(point -> subtract(point, 1, mean));
        return centred;
    }

    /** Multiplies by the scatter matrix until the direction stands still; of length 1. */
    private static double[] direction(double[][] points) {
        SplittableRandom random = new SplittableRandom(1);
        double[] direction = unit(IntStream.range(0, points[0].length)
                .mapToDouble(i -> random.nextDouble() - 0.5)
                .toArray());
        double change = 1;
        for (int step = 0; step < MOST_STEPS && change > STILL; step++) {
            double[] along = project(points, direction);
            double[] next = new double[direction.length];
            for (int i = 0; i < points.length; i++) {
                subtract(next, -along[i], points[i]);
            }
            if (dot(next, next) == 0) {
                return direction; // no spread is left
            }
            next = unit(next);
            change = 1 - Math.abs(dot(next, direction));
            direction = next;
        }
        return direction;
    }

    private static double[] project(double[][] points, double[] direction) {
        return Arrays.stream(points).mapToDouble(point -> dot(point, direction)).toArray();
    }

    private static void subtract(double[] from, double times, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= times * what[i];
        }
    }

    private static double[] unit(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        return Arrays.stream(vector).map(x -> x / length).toArray();
    }

    private static double squares(double[][] points) {
        return Arrays.stream(points).mapToDouble(point -> dot(point, point)).sum();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

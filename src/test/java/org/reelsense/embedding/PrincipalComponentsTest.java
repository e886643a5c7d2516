package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

    /** Against Hipparchus' eigenvalues of the covariance matrix: the shares, and the length of each axis of points. */
    @Test
    void of_randomPoints_agreesWithEigenvalues() {
        Random random = new Random(4);
        double[][] points = IntStream.range(0, 60)
                .mapToObj(i -> IntStream.range(0, 12)
                        .mapToDouble(column -> 5 + (12 - column) * random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);

        PrincipalComponents ours = PrincipalComponents.of(points);

        RealMatrix scatter = scatter(points);
        double[] eigenvalues = new EigenDecompositionSymmetric(scatter).getEigenvalues();
        for (int axis = 0; axis < 2; axis++) {
            int column = axis;
            assertThat(ours.shares()[axis]).isCloseTo(eigenvalues[axis] / scatter.getTrace(), within(1e-9));
            double[] along = IntStream.range(0, points.length)
                    .mapToDouble(i -> ours.coordinates()[i][column])
                    .toArray();
            assertThat(IntStream.range(0, along.length)
                            .mapToDouble(i -> along[i] * along[i])
                            .sum())
                    .isCloseTo(eigenvalues[axis], within(1e-6));
            assertThat(IntStream.range(0, along.length)
                            .mapToDouble(i -> along[i])
                            .sum())
                    .isCloseTo(0, within(1e-9));
        }
    }

    private static RealMatrix scatter(double[][] points) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(points);
        for (int column = 0; column < matrix.getColumnDimension(); column++) {
            double[] values = matrix.getColumn(column);
            double mean = Arrays.stream(values).average().orElseThrow();
            for (int row = 0; row < values.length; row++) {
                matrix.addToEntry(row, column, -mean);
            }
        }
        return matrix.transpose().multiply(matrix);
    }

    @Test
    void of_pointsOnALine_haveOneAxis() {
        PrincipalComponents components = PrincipalComponents.of(new double[][] {{0, 0, 1}, {3, 4, 1}, {6, 8, 1}});

        assertThat(components.shares()[0]).isCloseTo(1, within(1e-12));
        assertThat(components.shares()[1]).isCloseTo(0, within(1e-12));
        assertThat(Math.abs(components.coordinates()[0][0] - components.coordinates()[2][0]))
                .isCloseTo(10, within(1e-9));
    }

    @Test
    void of_equalPoints_spreadNowhere() {
        PrincipalComponents components = PrincipalComponents.of(new double[][] {{1, 2}, {1, 2}});

        assertThat(components.shares()).containsExactly(0, 0);
        assertThat(components.coordinates()).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}});
    }
}

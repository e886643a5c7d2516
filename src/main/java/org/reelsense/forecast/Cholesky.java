package org.reelsense.forecast;

/**
 * A symmetric positive definite matrix as L times its transpose (Golub and Van Loan, Matrix Computations, 4.2). Ours,
 * because forty lines are less than another library in this package.
 *
 * @param lower L, {@code [n][n]}; what stands above the diagonal is never read
 */
record Cholesky(double[][] lower) {

    /**
     * Factors a matrix, of which only the lower triangle is read.
     *
     * @throws IllegalArgumentException if it is not positive definite, or so nearly singular that rounding makes it so
     */
    static Cholesky of(double[][] matrix) {
        double[][] lower = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                lower[i][j] = (matrix[i][j] - product(lower[i], lower[j], j)) / lower[j][j];
            }
            double square = matrix[i][i] - product(lower[i], lower[i], i);
            if (!(square > 0)) {
                throw new IllegalArgumentException(
                        "the normal equations have no single solution; give a larger penalty");
            }
            lower[i][i] = Math.sqrt(square);
        }
        return new Cholesky(lower);
    }

    /** X of matrix times X = {@code right}; both {@code [n][columns]}. */
    double[][] solve(double[][] right) {
        int n = lower.length;
        double[][] x = new double[n][];
        for (int i = 0; i < n; i++) {
            x[i] = right[i].clone();
            for (int j = 0; j < i; j++) {
                subtract(x[i], lower[i][j], x[j]);
            }
            divide(x[i], lower[i][i]);
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                subtract(x[i], lower[j][i], x[j]);
            }
            divide(x[i], lower[i][i]);
        }
        return x;
    }

    private static double product(double[] a, double[] b, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] row) {
        for (int k = 0; k < from.length; k++) {
            from[k] -= factor * row[k];
        }
    }

    private static void divide(double[] row, double divisor) {
        for (int k = 0; k < row.length; k++) {
            row[k] /= divisor;
        }
    }
}

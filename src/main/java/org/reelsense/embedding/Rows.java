package org.reelsense.embedding;

/**
 * Arithmetic on rows of E numbers.
 *
 * <p>For the maintainer: JDK 17's compiler turns a loop into vector instructions if it runs from 0 over whole arrays
 * without offsets, adds nothing up in one number, and reads at most four arrays besides the one it writes. So a matrix is
 * an array of rows here. Measured at E = 128 (AVX-512): {@code y += a * x} 19 ns, with offsets into one large array 60 ns;
 * four rows at once 29 ns, six 125 ns. Inner products stay scalar, and six at once (two rows by three) take 107 ns where
 * one alone takes 40.
 */
final class Rows {

    private Rows() {}

    /** y += Σ factors[from + i * step] * rows[i], i below count. */
    static void addScaled(float[] y, float[][] rows, int count, float[] factors, int from, int step) {
        int i = 0;
        int at = from;
        for (; i + 4 <= count; i += 4, at += 4 * step) {
            add(
                    y,
                    rows[i],
                    rows[i + 1],
                    rows[i + 2],
                    rows[i + 3],
                    factors[at],
                    factors[at + step],
                    factors[at + 2 * step],
                    factors[at + 3 * step]);
        }
        if (i + 2 <= count) {
            add(y, rows[i], rows[i + 1], factors[at], factors[at + step]);
            i += 2;
            at += 2 * step;
        }
        if (i < count) {
            add(y, rows[i], factors[at]);
        }
    }

    private static void add(
            float[] y, float[] a, float[] b, float[] c, float[] d, float fa, float fb, float fc, float fd) {
        for (int i = 0; i < y.length; i++) {
            y[i] += fa * a[i] + fb * b[i] + fc * c[i] + fd * d[i];
        }
    }

    private static void add(float[] y, float[] a, float[] b, float fa, float fb) {
        for (int i = 0; i < y.length; i++) {
            y[i] += fa * a[i] + fb * b[i];
        }
    }

    /** y += factor * x. */
    static void add(float[] y, float[] x, float factor) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    static void subtract(float[] y, float[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] -= x[i];
        }
    }

    static void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    /** products[m * N + n] = inputs[m] · targets[n], for m below {@code rows} and n below N = {@code columns}. */
    static void products(float[][] inputs, int rows, float[][] targets, int columns, float[] products) {
        for (int n = 0; n < columns; n += 3) {
            for (int m = 0; m < rows; m += 2) {
                tile(inputs, m, Math.min(m + 1, rows - 1), targets, n, columns, products);
            }
        }
    }

    /** Two rows by three columns; at the edges the last row or column is done again. */
    private static void tile(float[][] inputs, int m, int m1, float[][] targets, int n, int columns, float[] products) {
        int n1 = Math.min(n + 1, columns - 1);
        int n2 = Math.min(n + 2, columns - 1);
        float[] x = inputs[m];
        float[] y = inputs[m1];
        float[] a = targets[n];
        float[] b = targets[n1];
        float[] c = targets[n2];
        float xa = 0;
        float xb = 0;
        float xc = 0;
        float ya = 0;
        float yb = 0;
        float yc = 0;
        for (int i = 0; i < x.length; i++) {
            float xi = x[i];
            float yi = y[i];
            xa += xi * a[i];
            xb += xi * b[i];
            xc += xi * c[i];
            ya += yi * a[i];
            yb += yi * b[i];
            yc += yi * c[i];
        }
        products[m * columns + n] = xa;
        products[m * columns + n1] = xb;
        products[m * columns + n2] = xc;
        products[m1 * columns + n] = ya;
        products[m1 * columns + n1] = yb;
        products[m1 * columns + n2] = yc;
    }
}

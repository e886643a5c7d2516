package org.reelsense.bench.train;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** OpenBLAS's matrix product. */
public final class OpenBlasSgemm extends Sgemm {

    private static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;

    @Override
    void multiply(FloatPointer a, FloatPointer b, FloatPointer c, int m, int n, int k) {
        openblas_nolapack.cblas_sgemm(ROW_MAJOR, AS_IT_IS, AS_IT_IS, m, n, k, 1f, a, k, b, n, 0f, c, n);
    }
}

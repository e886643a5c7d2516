package org.reelsense.bench.train;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;

/** oneDNN's matrix product. */
public final class OneDnnSgemm extends Sgemm {

    @Override
    void multiply(FloatPointer a, FloatPointer b, FloatPointer c, int m, int n, int k) {
        dnnl.dnnl_sgemm((byte) 'N', (byte) 'N', m, n, k, 1f, a, k, b, n, 0f, c, n);
    }
}

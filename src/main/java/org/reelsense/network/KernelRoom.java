package org.reelsense.network;

/**
 * How large the shapes are that a kernel's buffers have room for.
 *
 * @param rows T*B
 * @param batch B
 */
record KernelRoom(int rows, int batch) {

    static final KernelRoom NONE = new KernelRoom(0, 0);

    boolean holds(KernelShape shape) {
        return shape.rows() <= rows && shape.batch() <= batch;
    }

    /** For that shape too. */
    KernelRoom with(KernelShape shape) {
        return new KernelRoom(Math.max(shape.rows(), rows), Math.max(shape.batch(), batch));
    }
}

package org.reelsense.network;

import org.jspecify.annotations.Nullable;

/**
 * Floats, in the way that is the faster for a number of rows: few rows in one primitive, since steps of our own each cost
 * some calls; many rows step by step, with input products looked up. The way depends on the shape alone, so that a text
 * alone gets the same bits every time.
 */
final class FloatKernel implements ScoringKernel {

    /** With 4 rows one primitive takes 0.6 to 0.9 of the steps' time, with 8 0.8 to 1.1, with 16 1.1 to 1.3 (H = 64, 128). */
    static final int FEW_ROWS = 8;

    private final OneDnn oneDnn;
    private final int direction;
    private final FusedKernel fused;
    private @Nullable StepKernel steps;
    private Weights weights;
    private InputTable table;
    private ScoringKernel current;

    /** {@code direction} is 0 for forward, 1 for reverse. */
    FloatKernel(OneDnn oneDnn, FusedKernel fused, Weights weights, InputTable table, int direction) {
        this.oneDnn = oneDnn;
        this.fused = fused;
        this.weights = weights;
        this.table = table;
        this.direction = direction;
        current = fused;
    }

    /** Takes up weights; the dense ones {@code fused} has already. */
    void load(Weights changed, InputTable ofChanged) {
        weights = changed;
        table = ofChanged;
        fused.load(changed.embedding());
        if (steps != null) {
            steps.load(changed, ofChanged);
        }
    }

    @Override
    public void prepare(KernelShape shape) {
        current = shape.batch() <= FEW_ROWS ? fused : steps();
        current.prepare(shape);
    }

    /** Made when first asked for: who scores one text after the other needs none. */
    private StepKernel steps() {
        StepKernel made = steps == null ? new StepKernel(oneDnn, weights, table, direction) : steps;
        steps = made;
        return made;
    }

    @Override
    public void put(int row, int id) {
        current.put(row, id);
    }

    @Override
    public void forward(KernelShape shape) {
        current.forward(shape);
    }

    @Override
    public NativeFloats output() {
        return current.output();
    }

    @Override
    public void close() {
        fused.close();
        if (steps != null) {
            steps.close();
        }
    }
}

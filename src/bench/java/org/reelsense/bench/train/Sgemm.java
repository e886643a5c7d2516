package org.reelsense.bench.train;

import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.network.Cell;

/**
 * The machine's limit: one matrix product after another, on all cores. A turn's tokens are those that training would have
 * spent the same operations on, so that rates compare.
 */
abstract class Sgemm implements Engine {

    /** System property: {@code square}, or {@code step} for the product of one time step, rows of the batch by H by G*H. */
    static final String SHAPE = "bench.sgemm";

    /** Value of a setting: rows of the recurrent batch, for {@code step}. */
    static final String ROWS = "rows";

    private static final int SQUARE = 2_048;
    private static final int LARGEST = SQUARE * SQUARE;

    private final FloatPointer a = random();
    private final FloatPointer b = random();
    private final FloatPointer c = random();
    private int m = SQUARE;
    private int n = SQUARE;
    private int k = SQUARE;
    private double flopsAToken = 1;

    private static FloatPointer random() {
        Random random = new Random(1);
        FloatPointer pointer = new FloatPointer(LARGEST);
        for (int i = 0; i < LARGEST; i++) {
            pointer.put(i, random.nextFloat() - 0.5f);
        }
        return pointer;
    }

    @Override
    public Map<String, String> prepare(Setting setting) {
        Cell cell = Cell.ofId(setting.text(Work.CELL));
        int hidden = setting.number(Work.HIDDEN);
        flopsAToken = Flops.training(cell, hidden, hidden);
        boolean square = System.getProperty(SHAPE, "square").equals("square");
        m = square ? SQUARE : setting.number(ROWS);
        n = square ? SQUARE : cell.gates() * hidden;
        k = square ? SQUARE : hidden;
        return Map.of("shape", m + " x " + k + " x " + n);
    }

    @Override
    public float[] probe(String what) {
        throw new UnsupportedOperationException("a matrix product has no logits");
    }

    /** {@code units} tenths of a second. */
    @Override
    public Turn run(int first, int units) {
        long start = System.nanoTime();
        long end = start + units * 100_000_000L;
        double flops = 0;
        long now = start;
        while (now < end) {
            multiply(a, b, c, m, n, k);
            flops += 2.0 * m * n * k;
            now = System.nanoTime();
        }
        return new Turn(0, Math.round(flops / flopsAToken), (now - start) / 1e9);
    }

    /** c = a b; row-major, [m, k] by [k, n]. */
    abstract void multiply(FloatPointer a, FloatPointer b, FloatPointer c, int m, int n, int k);

    @Override
    public void close() {
        a.close();
        b.close();
        c.close();
    }
}

package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cache of compiled shapes: full, emptied by larger buffers, filled again. */
class RecurrentKernelTest {

    private static final int INPUT = 6;
    private static final int HIDDEN = 4;
    /** More shapes than are kept. */
    private static final int SHAPES = 80;

    private record Result(float[] output, float[] inputGradient, float[] weightGradients) {}

    @ParameterizedTest
    @EnumSource(Cell.class)
    void kernel_afterMoreShapesThanItKeeps_givesTheSameBits(Cell cell) {
        // falling: the buffers never grow, so shapes go one by one; rising: each growth drops all of them
        for (boolean rising : new boolean[] {false, true}) {
            List<KernelShape> shapes = shapes(rising);
            try (OneDnn oneDnn = new OneDnn();
                    RecurrentKernel kernel = kernel(oneDnn, cell)) {
                List<Result> first = new ArrayList<>();
                shapes.forEach(shape -> first.add(run(kernel, cell, shape)));
                for (int s = 0; s < SHAPES; s++) {
                    assertSame(shapes.get(s), run(kernel, cell, shapes.get(s)), first.get(s));
                }
                assertSame(shapes.get(7), fresh(cell, shapes.get(7)), first.get(7));
            }
        }
    }

    /** No machine has the memory for it; what was freed to make room must not stay in use. */
    @Test
    void prepare_ofAShapeTooLarge_failsAndTheKernelWorksOn() {
        KernelShape shape = new KernelShape(8, 16);
        try (OneDnn oneDnn = new OneDnn();
                RecurrentKernel kernel = kernel(oneDnn, Cell.GRU)) {
            Result before = run(kernel, Cell.GRU, shape);
            assertThatThrownBy(() -> kernel.prepare(new KernelShape(40_000, 40_000)));
            assertSame(shape, run(kernel, Cell.GRU, shape), before);
        }
    }

    @Test
    void forward_ofAShapeNotPrepared_isRefused() {
        try (OneDnn oneDnn = new OneDnn();
                RecurrentKernel kernel = kernel(oneDnn, Cell.GRU)) {
            assertThatThrownBy(() -> kernel.forward(new KernelShape(8, 16)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("prepare");
        }
    }

    private static List<KernelShape> shapes(boolean rising) {
        List<KernelShape> shapes = new ArrayList<>();
        for (int i = 0; i < SHAPES; i++) {
            int size = rising ? i : SHAPES - 1 - i;
            shapes.add(new KernelShape(8 * (1 + size / 8), 16 * (1 + size % 8)));
        }
        return shapes;
    }

    private static RecurrentKernel kernel(OneDnn oneDnn, Cell cell) {
        RecurrentKernel kernel = new RecurrentKernel(oneDnn, cell, INPUT, HIDDEN, true);
        NetworkSpec spec = spec(cell);
        kernel.load(Samples.weights(spec, 1).dense(), ParameterLayout.of(spec).direction(0));
        return kernel;
    }

    private static NetworkSpec spec(Cell cell) {
        return Samples.spec(cell, false, INPUT, HIDDEN, 100);
    }

    private static Result fresh(Cell cell, KernelShape shape) {
        try (OneDnn oneDnn = new OneDnn();
                RecurrentKernel kernel = kernel(oneDnn, cell)) {
            return run(kernel, cell, shape);
        }
    }

    private static Result run(RecurrentKernel kernel, Cell cell, KernelShape shape) {
        SplittableRandom random = new SplittableRandom(shape.rows());
        kernel.prepare(shape);
        kernel.clearWeightGradients();
        kernel.input().buffer().put(0, Samples.uniform(random, shape.rows() * INPUT));
        kernel.outputGradient().buffer().put(0, Samples.uniform(random, shape.rows() * HIDDEN));
        kernel.forward(shape);
        kernel.backward(shape);
        ParameterLayout layout = ParameterLayout.of(spec(cell));
        float[] weightGradients = new float[layout.size()];
        kernel.addWeightGradients(weightGradients, layout.direction(0));
        float[] output = new float[shape.rows() * HIDDEN];
        float[] inputGradient = new float[shape.rows() * INPUT];
        kernel.output().buffer().get(0, output);
        kernel.inputGradient().buffer().get(0, inputGradient);
        return new Result(output, inputGradient, weightGradients);
    }

    private static void assertSame(KernelShape shape, Result actual, Result expected) {
        Close.assertSame(shape + " output", actual.output, expected.output);
        Close.assertSame(shape + " input gradient", actual.inputGradient, expected.inputGradient);
        Close.assertSame(shape + " weight gradients", actual.weightGradients, expected.weightGradients);
    }
}

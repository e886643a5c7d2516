package org.reelsense.network;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.Pointer;

/**
 * Would a table of each word's input product W x, [V, 4*H], made once a model, make the LSTM faster? oneDNN's primitive always
 * multiplies its input, so such a layer must go step by step: rows of the table into the gates, the product with the hidden
 * state added by oneDNN, the rest element by element in Java. This times one pass of such steps, in processor time of its
 * thread, beside the primitive with E = 128 and, as a bound, with E = 8; numbers are random. Not a test:
 *
 * <pre>{@code OMP_NUM_THREADS=1 java -cp target/test-classes:target/classes:... org.reelsense.network.InputTableStudy}</pre>
 */
public final class InputTableStudy {

    private static final int ROUNDS = 9;
    private static final int REPEATS = 15;
    private static final int GATES = 4;
    private static final int TIME = 60;
    private static final int WORDS = 39_000;

    private final int batch;
    private final int hidden;
    private final int size;
    private final float[][] table = new float[GATES][];
    private final int[] ids;
    private final float[][] gates = new float[GATES][];
    private final float[] cell;
    private final float[] squashed;
    private final float[] state;
    private final NativeFloats nativeGates;
    private final NativeFloats nativeState;
    private final OneDnn oneDnn;
    private final matmul product;
    private final IntMemoryMap arguments = new IntMemoryMap();

    private InputTableStudy(OneDnn oneDnn, int batch, int hidden) {
        this.oneDnn = oneDnn;
        this.batch = batch;
        this.hidden = hidden;
        size = batch * hidden;
        SplittableRandom random = new SplittableRandom(1);
        for (int gate = 0; gate < GATES; gate++) {
            table[gate] = Samples.uniform(random, WORDS * hidden);
            gates[gate] = new float[size];
        }
        ids = random.doubles((long) TIME * batch) // most words are among the frequent ones
                .mapToInt(u -> (int) (WORDS * Math.pow(u, 6)))
                .toArray();
        cell = new float[size];
        squashed = new float[size];
        state = new float[size];
        nativeGates = new NativeFloats((long) GATES * size);
        nativeState = new NativeFloats(size);
        product = product();
    }

    /** [4, B, H] += [1, B, H] times [4, H, H]. */
    private matmul product() {
        memory.desc source = desc(1, batch, memory.format_tag.abc);
        memory.desc target = desc(GATES, batch, memory.format_tag.abc);
        post_ops add = new post_ops();
        add.append_sum();
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(add);
        matmul.primitive_desc how = new matmul.primitive_desc(
                oneDnn.engine, source, desc(GATES, hidden, memory.format_tag.any), target, attributes, false);
        memory.desc weights = how.weights_desc();
        memory zeros = new memory(weights, oneDnn.engine);
        Pointer.memset(zeros.get_data_handle(), 0, weights.get_size());
        arguments.put(dnnl.DNNL_ARG_SRC, new memory(source, oneDnn.engine, nativeState.pointer()));
        arguments.put(dnnl.DNNL_ARG_WEIGHTS, zeros);
        arguments.put(dnnl.DNNL_ARG_DST, new memory(target, oneDnn.engine, nativeGates.pointer()));
        return new matmul(how);
    }

    private memory.desc desc(int matrices, int rows, memory.format_tag tag) {
        return new memory.desc(new long[] {matrices, rows, hidden}, memory.data_type.f32, tag);
    }

    private void pass() {
        Arrays.fill(cell, 0);
        nativeState.clear(size);
        for (int t = 0; t < TIME; t++) {
            gather(t);
            product.execute(oneDnn.stream, arguments);
            oneDnn.stream._wait();
            step();
        }
    }

    private void gather(int t) {
        for (int gate = 0; gate < GATES; gate++) {
            for (int b = 0; b < batch; b++) {
                int from = ids[t * batch + b] * hidden;
                nativeGates.buffer().put(gate * size + b * hidden, table[gate], from, hidden);
            }
        }
    }

    private void step() {
        for (int gate = 0; gate < GATES; gate++) {
            nativeGates.buffer().get(gate * size, gates[gate]);
            tanh(gates[gate], gates[gate], gate == 2 ? 1 : 0.5f);
        }
        update(cell, gates[0], gates[1], gates[2]);
        tanh(cell, squashed, 1);
        output(state, gates[3], squashed);
        nativeState.buffer().put(0, state);
    }

    /** tanh(scale * x) by a continued fraction, cut off: as much work as a good approximation, and good to 1e-5. */
    private static void tanh(float[] x, float[] y, float scale) {
        for (int i = 0; i < x.length; i++) {
            float a = Math.max(-4.97f, Math.min(4.97f, x[i] * scale));
            float s = a * a;
            y[i] = a * (135_135 + s * (17_325 + s * (378 + s))) / (135_135 + s * (62_370 + s * (3_150 + s * 28)));
        }
    }

    /** With sigmoids as 0.5 + 0.5 tanh(x / 2). */
    private static void update(float[] c, float[] in, float[] forget, float[] candidate) {
        for (int i = 0; i < c.length; i++) {
            c[i] = (0.5f + 0.5f * forget[i]) * c[i] + (0.5f + 0.5f * in[i]) * candidate[i];
        }
    }

    private static void output(float[] h, float[] out, float[] squashed) {
        for (int i = 0; i < h.length; i++) {
            h[i] = (0.5f + 0.5f * out[i]) * squashed[i];
        }
    }

    public static void main(String[] arguments) {
        OneDnn oneDnn = new OneDnn();
        for (int hidden : new int[] {64, 128, 256}) {
            for (int batch : new int[] {32, 64}) {
                InputTableStudy study = new InputTableStudy(oneDnn, batch, hidden);
                double[] micros = byTurns(
                        List.of(fused(oneDnn, 128, hidden, batch), fused(oneDnn, 8, hidden, batch), study::pass));
                System.out.printf(
                        "H %3d, %d rows: fused %6.0f us a pass; fused with E = 8 %6.0f (%.2f x); table and steps %6.0f"
                                + " (%.2f x)%n",
                        hidden, batch, micros[0], micros[1], micros[0] / micros[1], micros[2], micros[0] / micros[2]);
            }
        }
    }

    private static Runnable fused(OneDnn oneDnn, int inputs, int hidden, int batch) {
        RecurrentKernel kernel = new RecurrentKernel(oneDnn, Cell.LSTM, inputs, hidden, false);
        KernelShape shape = new KernelShape(TIME, batch);
        kernel.prepare(shape);
        return () -> kernel.forward(shape);
    }

    /** Medians. */
    private static double[] byTurns(List<Runnable> ways) {
        double[][] micros = new double[ways.size()][ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                double one = micros(ways.get(way));
                if (round >= 0) {
                    micros[way][round] = one;
                }
            }
        }
        return Arrays.stream(micros)
                .mapToDouble(all -> Arrays.stream(all).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }

    private static double micros(Runnable way) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < REPEATS; i++) {
            way.run();
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / REPEATS;
    }
}

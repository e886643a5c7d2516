package org.reelsense.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.dnnl.global.dnnl;

/** The recurrent primitives alone, in the shapes that training uses, and the machine's matrix product: the limits. */
public final class TrainingKernels {

    private final Weights weights;
    private final int threads;

    public TrainingKernels(Weights weights, int threads) {
        this.weights = weights;
        this.threads = threads;
    }

    /** Seconds a thread spends in the primitives for these shards, averaged over the threads. */
    public double seconds(List<List<int[]>> shards) throws Exception {
        AtomicInteger next = new AtomicInteger();
        return onThreads(threads, () -> nanos(shards, next)) / 1e9 / threads;
    }

    private static long onThreads(int count, Callable<Long> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        List<Future<Long>> running = new ArrayList<>();
        for (int thread = 0; thread < count; thread++) {
            running.add(threads.submit(work));
        }
        long sum = 0;
        for (Future<Long> one : running) {
            sum += one.get();
        }
        threads.shutdown();
        return sum;
    }

    private long nanos(List<List<int[]>> shards, AtomicInteger next) {
        long nanos = 0;
        NetworkSpec spec = weights.spec();
        try (OneDnn oneDnn = new OneDnn();
                BidirectionalEncoder encoder = new BidirectionalEncoder(oneDnn, spec, true)) {
            encoder.load(weights.dense());
            nanos(encoder, new KernelShape(spec.pieceLength(), 2 * ReviewGroup.ROWS)); // buffers and packed weights
            for (int shard = next.getAndIncrement(); shard < shards.size(); shard = next.getAndIncrement()) {
                for (ReviewGroup group : ReviewGroup.cut(shards.get(shard), spec.pieceLength())) {
                    nanos += nanos(encoder, group.shape());
                }
            }
        }
        return nanos;
    }

    private long nanos(BidirectionalEncoder encoder, KernelShape shape) {
        for (RecurrentKernel kernel : encoder.kernels()) {
            kernel.prepare(shape);
            kernel.input()
                    .buffer()
                    .put(
                            0,
                            weights.embedding(),
                            0,
                            shape.rows() * weights.spec().embeddingSize());
            kernel.outputGradient()
                    .buffer()
                    .put(
                            0,
                            weights.embedding(),
                            0,
                            shape.rows() * weights.spec().hiddenSize());
        }
        long start = System.nanoTime();
        for (RecurrentKernel kernel : encoder.kernels()) {
            kernel.forward(shape);
        }
        for (RecurrentKernel kernel : encoder.kernels()) {
            kernel.backward(shape);
        }
        return System.nanoTime() - start;
    }

    /** Floating point operations a second of oneDNN's sgemm, a 1,024 by 1,024 product of its own for each thread. */
    public static double sgemmRate(int threads) throws Exception {
        int n = 1024;
        int repeats = 12;
        long nanos = onThreads(threads, () -> {
            OpenMp.useOneThread();
            try (NativeFloats a = new NativeFloats(n * n);
                    NativeFloats b = new NativeFloats(n * n);
                    NativeFloats c = new NativeFloats(n * n)) {
                long start = 0;
                for (int repeat = -3; repeat < repeats; repeat++) {
                    if (repeat == 0) {
                        start = System.nanoTime();
                    }
                    dnnl.dnnl_sgemm(
                            (byte) 'N', (byte) 'N', n, n, n, 1f, a.pointer(), n, b.pointer(), n, 0f, c.pointer(), n);
                }
                return System.nanoTime() - start;
            }
        });
        return 2.0 * n * n * n * repeats * threads * threads / (nanos / 1e9);
    }
}

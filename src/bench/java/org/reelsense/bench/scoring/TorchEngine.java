package org.reelsense.bench.scoring;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.PackedSequence;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;

/** libtorch in inference mode. */
final class TorchEngine implements RowEngine {

    /** Below any output of a cell, so that padding never is the maximum. */
    private static final float PADDING = -4;

    private final NetworkSpec spec;
    private final TorchWeights weights;
    private final BatchStyle style;
    private final int threads;

    /** {@code threads} within an operator; 0 for the library's default. */
    TorchEngine(Weights weights, BatchStyle style, int threads) {
        spec = weights.spec();
        this.weights = new TorchWeights(weights);
        this.style = style;
        this.threads = threads;
    }

    /** Both resources are only to be closed: all tensors of the call, and the mode. */
    @Override
    @SuppressWarnings("try")
    public PooledRows pooled(RowBatch batch) {
        if (threads > 0) {
            torch.set_num_threads(threads); // OpenMP's count belongs to the calling thread
        }
        try (PointerScope scope = new PointerScope();
                InferenceMode mode = new InferenceMode(true)) {
            return switch (style) {
                case EVEN -> pooled(weights.outputs(weights.rows(ids(batch, false))));
                case PADDED -> padded(batch);
                case PACKED -> packed(batch);
            };
        }
    }

    private PooledRows pooled(Tensor outputs) {
        return rows(outputs.amax(new long[] {0}, false), outputs.sum(0));
    }

    private PooledRows padded(RowBatch batch) {
        TensorVector maxima = new TensorVector();
        TensorVector sums = new TensorVector();
        for (int direction = 0; direction < spec.directions(); direction++) {
            Tensor outputs = weights.outputs(weights.rows(ids(batch, direction == 1)), direction);
            if (batch.commonTime() < batch.time()) {
                outputs = outputs.mul(mask(batch, 1, 0));
            }
            sums.push_back(outputs.sum(0));
            maxima.push_back(maximum(batch, outputs));
        }
        return rows(torch.cat(maxima, 1), torch.cat(sums, 1));
    }

    /** Of outputs [T, B, F] that are 0 where padded. */
    private static Tensor maximum(RowBatch batch, Tensor outputs) {
        Tensor masked = batch.commonTime() < batch.time() ? outputs.add(mask(batch, 0, PADDING)) : outputs;
        return masked.amax(new long[] {0}, false);
    }

    private PooledRows packed(RowBatch batch) {
        Tensor sizes = running(batch);
        Tensor packed = weights.packed(weights.rows(packedIds(batch)), sizes, batch.size());
        Tensor outputs = torch.pad_packed_sequence(new PackedSequence(packed, sizes), false, 0, new LongOptional())
                .get0();
        return rows(maximum(batch, outputs), outputs.sum(0));
    }

    /** Copies [B, D, H] out of libtorch's memory. */
    private PooledRows rows(Tensor maximum, Tensor sum) {
        return PooledRows.byRow(copy(maximum), copy(sum), spec.directions(), spec.hiddenSize());
    }

    private static FloatBuffer copy(Tensor tensor) {
        FloatBuffer values = tensor.contiguous().createBuffer();
        return FloatBuffer.allocate(values.capacity()).put(values).rewind();
    }

    private static Tensor longs(long... shape) {
        return torch.zeros(shape, new TensorOptions(torch.ScalarType.Long));
    }

    /** [T, B], each row turned round by itself if {@code reverse}; padding is id 0. */
    private static Tensor ids(RowBatch batch, boolean reverse) {
        Tensor tensor = longs(batch.time(), batch.size());
        LongBuffer ids = tensor.createBuffer();
        for (int b = 0; b < batch.size(); b++) {
            Row row = batch.rows().get(b);
            for (int t = 0; t < row.length(); t++) {
                int from = reverse ? row.length() - 1 - t : t;
                ids.put(t * batch.size() + b, row.ids()[row.begin() + from]);
            }
        }
        return tensor;
    }

    /** [T], how many rows run at each step. */
    private static Tensor running(RowBatch batch) {
        Tensor tensor = longs(batch.time());
        LongBuffer sizes = tensor.createBuffer();
        int running = batch.size();
        for (int t = 0; t < batch.time(); t++) {
            while (batch.rows().get(running - 1).length() <= t) {
                running--;
            }
            sizes.put(t, running);
        }
        return tensor;
    }

    /** [N]: step by step the ids of the rows that still run, which are the first ones. */
    private static Tensor packedIds(RowBatch batch) {
        int tokens = batch.rows().stream().mapToInt(Row::length).sum();
        Tensor tensor = longs(tokens);
        LongBuffer ids = tensor.createBuffer();
        for (int t = 0; t < batch.time(); t++) {
            for (int b = 0; b < batch.size() && batch.rows().get(b).length() > t; b++) {
                Row row = batch.rows().get(b);
                ids.put(row.ids()[row.begin() + t]);
            }
        }
        return tensor;
    }

    /** [T, B, 1] */
    private static Tensor mask(RowBatch batch, float token, float padding) {
        Tensor tensor = torch.zeros(batch.time(), batch.size(), 1);
        FloatBuffer mask = tensor.createBuffer();
        for (int b = 0; b < batch.size(); b++) {
            int length = batch.rows().get(b).length();
            for (int t = 0; t < batch.time(); t++) {
                mask.put(t * batch.size() + b, t < length ? token : padding);
            }
        }
        return tensor;
    }

    @Override
    public void close() {}
}

package org.reelsense.bench.scoring;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Map;
import org.reelsense.network.Weights;

/** ONNX Runtime on the graph of {@link OnnxFile}. */
final class OnnxEngine implements RowEngine {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final int width;

    /** {@code threads} within an operator; 0 for the runtime's default, one a core. */
    OnnxEngine(Weights weights, int threads) {
        width = weights.spec().hiddenSize();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setIntraOpNumThreads(threads);
            session = environment.createSession(OnnxFile.of(weights), options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take the graph", e);
        }
    }

    @Override
    public PooledRows pooled(RowBatch batch) {
        int time = batch.time();
        int size = batch.size();
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, ids(batch), new long[] {time, size});
                OnnxTensor lengths = OnnxTensor.createTensor(environment, lengths(batch), new long[] {size});
                OnnxTensor penalty =
                        OnnxTensor.createTensor(environment, penalty(batch), new long[] {time, 1, size, 1});
                OrtSession.Result result = session.run(Map.of("ids", ids, "lengths", lengths, "penalty", penalty))) {
            return PooledRows.byDirection(floats(result, 0), floats(result, 1), size, width);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed", e);
        }
    }

    private static FloatBuffer floats(OrtSession.Result result, int output) {
        return ((OnnxTensor) result.get(output)).getFloatBuffer();
    }

    private static ByteBuffer bytes(int values) {
        return ByteBuffer.allocateDirect(values * Float.BYTES).order(ByteOrder.nativeOrder());
    }

    /** [T, B]; padding is id 0. */
    private static IntBuffer ids(RowBatch batch) {
        IntBuffer ids = bytes(batch.time() * batch.size()).asIntBuffer();
        for (int row = 0; row < batch.size(); row++) {
            Row one = batch.rows().get(row);
            for (int t = 0; t < one.length(); t++) {
                ids.put(t * batch.size() + row, one.ids()[one.begin() + t]);
            }
        }
        return ids;
    }

    /** [B] */
    private static IntBuffer lengths(RowBatch batch) {
        IntBuffer lengths = bytes(batch.size()).asIntBuffer();
        for (int row = 0; row < batch.size(); row++) {
            lengths.put(row, batch.rows().get(row).length());
        }
        return lengths;
    }

    /** [T, 1, B, 1] */
    private static FloatBuffer penalty(RowBatch batch) {
        FloatBuffer penalty = bytes(batch.time() * batch.size()).asFloatBuffer();
        for (int row = 0; row < batch.size(); row++) {
            for (int t = batch.rows().get(row).length(); t < batch.time(); t++) {
                penalty.put(t * batch.size() + row, OnnxFile.PADDING);
            }
        }
        return penalty;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not close", e);
        }
    }
}

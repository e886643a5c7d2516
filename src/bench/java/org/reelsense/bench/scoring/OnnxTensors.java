package org.reelsense.bench.scoring;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Tensors and their descriptions in ONNX's protobuf ({@code onnx.proto3}: TensorProto, ValueInfoProto). */
final class OnnxTensors {

    static final int FLOAT = 1;
    static final int INT32 = 6;
    static final int INT64 = 7;

    private static final int DIMS = 1;
    private static final int DATA_TYPE = 2;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;

    private OnnxTensors() {}

    /** Row-major values of that shape. */
    static ProtoMessage floats(String name, float[] values, int... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(name, FLOAT, raw, shape);
    }

    static ProtoMessage longs(String name, long[] values, int... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return tensor(name, INT64, raw, shape);
    }

    private static ProtoMessage tensor(String name, int type, ByteBuffer raw, int... shape) {
        ProtoMessage tensor = new ProtoMessage();
        for (int size : shape) {
            tensor.number(DIMS, size);
        }
        return tensor.number(DATA_TYPE, type).text(NAME, name).bytes(RAW_DATA, raw.array());
    }

    /** An input or output whose axes have names instead of sizes. */
    static ProtoMessage described(String name, int type, List<String> axes) {
        ProtoMessage shape = new ProtoMessage();
        for (String axis : axes) {
            shape.message(1, new ProtoMessage().text(2, axis));
        }
        ProtoMessage tensor = new ProtoMessage().number(1, type).message(2, shape);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }
}

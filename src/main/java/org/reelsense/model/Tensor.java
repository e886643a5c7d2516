package org.reelsense.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * An immutable array of numbers with a shape, row-major (the last axis moves fastest). Two tensors are equal when
 * type, shape and every bit of the data are; so NaN equals itself and 0 differs from -0.
 *
 * <p>The numbers are kept as they lie in the file, little-endian, once. {@link #floats()} and {@link #bytes()} give
 * fresh copies; {@link #floatView()} and {@link #byteView()} read in place.
 */
public final class Tensor {

    /** The longest array every JVM allows. */
    static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    private final DType dtype;
    private final List<Integer> shape;
    private final byte[] data;

    /** Keeps {@code data}, little-endian and of the right length, without a copy: the caller gives it away. */
    Tensor(DType dtype, List<Integer> shape, byte[] data) {
        this.dtype = dtype;
        this.shape = List.copyOf(shape);
        this.data = data;
    }

    /**
     * A tensor of floats; {@code values} is copied. The shape {@code []} is a scalar; an axis may be 0.
     *
     * @throws IllegalArgumentException if the shape does not hold exactly these values
     */
    public static Tensor f32(List<Integer> shape, float[] values) {
        requireShape(shape, values.length);
        if (values.length > MAX_BYTES / Float.BYTES) {
            throw new IllegalArgumentException("values: received %d floats, allowed at most %d; split the tensor"
                    .formatted(values.length, MAX_BYTES / Float.BYTES));
        }
        byte[] data = new byte[values.length * Float.BYTES];
        littleEndian(data).asFloatBuffer().put(values);
        return new Tensor(DType.F32, shape, data);
    }

    /** A tensor of signed bytes; otherwise as {@link #f32}. */
    public static Tensor i8(List<Integer> shape, byte[] values) {
        requireShape(shape, values.length);
        return new Tensor(DType.I8, shape, values.clone());
    }

    /** A tensor of unsigned bytes; otherwise as {@link #f32}. */
    public static Tensor u8(List<Integer> shape, byte[] values) {
        requireShape(shape, values.length);
        return new Tensor(DType.U8, shape, values.clone());
    }

    public DType dtype() {
        return dtype;
    }

    /** The length of each axis, outermost first; unmodifiable. */
    public List<Integer> shape() {
        return shape;
    }

    /** The number of elements. */
    public int size() {
        return data.length / dtype.bytes();
    }

    /**
     * A fresh copy of the numbers, row-major.
     *
     * @throws IllegalStateException if the type is not {@link DType#F32}
     */
    public float[] floats() {
        float[] values = new float[size()];
        floatView().get(values);
        return values;
    }

    /**
     * The numbers in place, read-only, row-major; no copy.
     *
     * @throws IllegalStateException if the type is not {@link DType#F32}
     */
    public FloatBuffer floatView() {
        if (dtype != DType.F32) {
            throw new IllegalStateException("dtype: received %s, allowed F32; read it as bytes".formatted(dtype));
        }
        return littleEndian(data)
                .asReadOnlyBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }

    /** A fresh copy of the data as it lies in the file; of an I8 or U8 tensor one byte an element. */
    public byte[] bytes() {
        return data.clone();
    }

    /** The data as it lies in the file, read-only; no copy. */
    public ByteBuffer byteView() {
        return ByteBuffer.wrap(data).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    int byteLength() {
        return data.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(data);
    }

    void feed(MessageDigest digest) {
        digest.update(data);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && dtype == that.dtype
                && shape.equals(that.shape)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * dtype.hashCode() + shape.hashCode()) + Arrays.hashCode(data);
    }

    /** Type and shape, such as {@code F32[30000, 128]}. */
    @Override
    public String toString() {
        return dtype + shape.toString();
    }

    private static ByteBuffer littleEndian(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void requireShape(List<Integer> shape, int values) {
        if (shape.size() > Limits.RANK) {
            throw new IllegalArgumentException("shape: received %d axes, allowed at most %d; flatten the tensor"
                    .formatted(shape.size(), Limits.RANK));
        }
        if (Shapes.elements(shape).orElse(-1) != values) {
            throw new IllegalArgumentException(
                    "shape: received %s, which does not hold exactly %d values; give axes of 0 or more whose product is that"
                            .formatted(shape, values));
        }
    }
}

package org.reelsense.model;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.reelsense.model.ModelFileException.Reason;
import org.reelsense.network.NetworkSpec;

/**
 * The embedding of a file, in either precision; checked whole, its numbers not yet made.
 *
 * @param weight {@code embedding.weight} [V, E], F32 or I8
 * @param scale {@code embedding.scale} [V], F32; the weight itself where that is F32
 */
record EmbeddingTensors(EmbeddingPrecision precision, Tensor weight, Tensor scale) {

    /** Finds and checks it. */
    static EmbeddingTensors of(NamedTensors tensors, NetworkSpec spec) throws ModelFileException {
        List<Integer> shape = List.of(spec.vocabularySize(), spec.embeddingSize());
        if (tensors.of(ModelWriter.EMBEDDING).dtype() != DType.I8) {
            Tensor weight = tensors.floats(ModelWriter.EMBEDDING, shape);
            return new EmbeddingTensors(EmbeddingPrecision.FLOAT, weight, weight);
        }
        Tensor codes = tensors.of(ModelWriter.EMBEDDING, DType.I8, shape);
        Tensor scales = tensors.floats(ModelWriter.SCALE, List.of(spec.vocabularySize()));
        checkMemory(tensors);
        checkRows(tensors, codes.byteView(), scales.floatView(), spec.embeddingSize());
        return new EmbeddingTensors(EmbeddingPrecision.EIGHT_BIT, codes, scales);
    }

    /** The numbers, a fresh array [V, E]. */
    float[] values() {
        return switch (precision) {
            case FLOAT -> weight.floats();
            case EIGHT_BIT -> EightBitRows.values(weight.byteView(), scale.floatView());
        };
    }

    /** The numbers take up to four times what the file does, which the reader's own check of memory does not know. */
    private static void checkMemory(NamedTensors tensors) throws ModelFileException {
        long bytes = bytesAsFloats(tensors.content());
        if (bytes > Math.min(Runtime.getRuntime().maxMemory() / 2, Tensor.MAX_BYTES)) {
            throw tensors.problem(
                    Reason.TOO_LARGE,
                    "its tensors take %d MiB as floats, over half of Java's %d MiB or 2 GiB"
                            .formatted(bytes >> 20, Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    /** All tensors together, with four bytes for each of I8. */
    static long bytesAsFloats(ModelFile content) {
        return content.tensors().values().stream()
                .mapToLong(
                        tensor -> tensor.dtype() == DType.I8 ? (long) Float.BYTES * tensor.size() : tensor.byteLength())
                .sum();
    }

    /** Only what {@link EightBitRows#of} gives: a row has one spelling, and written again it is the same. */
    private static void checkRows(NamedTensors tensors, ByteBuffer codes, FloatBuffer scales, int width)
            throws ModelFileException {
        for (int row = 0; scales.hasRemaining(); row++) {
            float scale = scales.get();
            if (!EightBitRows.isScale(scale)) {
                throw tensors.problem(
                        Reason.BAD_ENTRY,
                        "tensor embedding.scale holds %s in row %d; a scale is 0 or a normal float whose last 7 bits are 0"
                                .formatted(scale, row));
            }
            int largest = largest(codes, width);
            if (largest != (scale == 0 ? 0 : EightBitRows.MOST)) {
                throw tensors.problem(
                        Reason.BAD_ENTRY,
                        "tensor embedding.weight has %d as the largest code of row %d, whose scale is %s"
                                .formatted(largest, row, scale));
            }
        }
    }

    private static int largest(ByteBuffer codes, int width) {
        int largest = 0;
        for (int i = 0; i < width; i++) {
            largest = Math.max(largest, Math.abs((int) codes.get()));
        }
        return largest;
    }
}

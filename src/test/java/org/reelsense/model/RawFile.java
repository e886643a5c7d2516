package org.reelsense.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files put together by hand, well-formed or not. */
final class RawFile {

    private RawFile() {}

    /** Header length, header and as many zero bytes of data. */
    static byte[] of(String header, int dataBytes) {
        return of(header.getBytes(StandardCharsets.UTF_8), dataBytes);
    }

    static byte[] of(byte[] header, int dataBytes) {
        return claiming(header.length, header, dataBytes);
    }

    /** The same with any number as the header's length. */
    static byte[] claiming(long length, byte[] header, int dataBytes) {
        return ByteBuffer.allocate(Long.BYTES + header.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header)
                .array();
    }

    /** What a file's first eight bytes say. */
    static long headerLength(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** A header's entry. */
    static String entry(String name, String dtype, String shape, String offsets) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}".formatted(name, dtype, shape, offsets);
    }

    /** The bytes that {@link ModelFile#write} puts into a file. */
    static byte[] written(ModelFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SafetensorsWriter.of(file).writeTo(out);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** Small, and with something of everything: escapes, both planes, empty and scalar tensors, all types, padding. */
    static ModelFile sample() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("w", Tensor.f32(List.of(2, 1), new float[] {Float.intBitsToFloat(0x20202020), Float.NaN}));
        tensors.put("void", Tensor.f32(List.of(0, 3), new float[0]));
        tensors.put("q", Tensor.i8(List.of(3), new byte[] {-128, 0, 127}));
        tensors.put("b", Tensor.f32(List.of(), new float[] {-0f}));
        tensors.put("vocabulary", Tensor.u8(List.of(7), "é\n🎬".getBytes(StandardCharsets.UTF_8)));
        return new ModelFile(Map.of("format", "reelsense.v1", "spec", "{\"a\":\"\\\n\té🎬\"}"), tensors);
    }

    /** The golden file of that name; a missing one fails. */
    static Path golden(String name) {
        return Path.of("src/test/resources/golden/model", name);
    }
}

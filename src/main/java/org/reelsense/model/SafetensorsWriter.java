package org.reelsense.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the published layout, always the same bytes for the same content: metadata first and sorted, tensors by
 * type and then name, no spaces but the padding.
 */
final class SafetensorsWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** Where the data begins is a multiple of this, so that a mapped file can be read in place. */
    private static final int ALIGNMENT = 8;

    private final byte[] header;
    private final List<Map.Entry<String, Tensor>> tensors;

    private SafetensorsWriter(byte[] header, List<Map.Entry<String, Tensor>> tensors) {
        this.header = header;
        this.tensors = tensors;
    }

    /**
     * A writer of this content.
     *
     * @throws IllegalArgumentException as {@link ModelFile#write} says
     */
    static SafetensorsWriter of(ModelFile file) {
        ContentRules.checkWritable(file.metadata(), file.tensors());
        // Floats before bytes keeps every float aligned; the sort is stable and the map is in name order.
        List<Map.Entry<String, Tensor>> tensors = file.tensors().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().dtype()))
                .toList();
        Map<String, String> metadata = new TreeMap<>(ModelFile.NAME_ORDER);
        metadata.putAll(file.metadata());
        metadata.put(ContentChecksum.KEY, ContentChecksum.of(file));
        byte[] header = ContentChecksum.utf8(json(metadata, tensors));
        if (header.length > Limits.HEADER_BYTES - ALIGNMENT) {
            throw new IllegalArgumentException(
                    "metadata: received %d bytes of header, allowed at most %d; shorten a text"
                            .formatted(header.length, Limits.HEADER_BYTES - ALIGNMENT));
        }
        return new SafetensorsWriter(header, tensors);
    }

    void writeTo(OutputStream out) throws IOException {
        int padding = -header.length & (ALIGNMENT - 1);
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length + padding)
                .array());
        out.write(header);
        out.write(ContentChecksum.utf8(" ".repeat(padding)));
        for (Map.Entry<String, Tensor> tensor : tensors) {
            tensor.getValue().writeTo(out);
        }
    }

    /** Through characters: Jackson's byte generator would escape what lies outside the basic plane. */
    private static String json(Map<String, String> metadata, List<Map.Entry<String, Tensor>> tensors) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart(HeaderParser.METADATA);
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            long offset = 0;
            for (Map.Entry<String, Tensor> entry : tensors) {
                writeEntry(json, entry.getKey(), entry.getValue(), offset);
                offset += entry.getValue().byteLength();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    private static void writeEntry(JsonGenerator json, String name, Tensor tensor, long begin) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("dtype", tensor.dtype().name());
        json.writeFieldName("shape");
        json.writeArray(
                tensor.shape().stream().mapToInt(Integer::intValue).toArray(),
                0,
                tensor.shape().size());
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {begin, begin + tensor.byteLength()}, 0, 2);
        json.writeEndObject();
    }
}

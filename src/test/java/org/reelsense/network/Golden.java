package org.reelsense.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Golden numbers made by PyTorch; see src/test/reference. A missing file fails. */
final class Golden {

    private final JsonNode root;

    private Golden(JsonNode root) {
        this.root = root;
    }

    static Golden read(String name) {
        String path = "/golden/network/" + name + ".json";
        try (InputStream in = Golden.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("golden file missing: " + path);
            }
            return new Golden(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number(String field) {
        return root.required(field).asInt();
    }

    double real(String field) {
        return root.required(field).asDouble();
    }

    String text(String field) {
        return root.required(field).asText();
    }

    boolean flag(String field) {
        return root.required(field).asBoolean();
    }

    int[] integers(String field) {
        return integers(root.required(field));
    }

    List<int[]> documents() {
        List<int[]> documents = new ArrayList<>();
        root.required("documents").forEach(document -> documents.add(integers(document)));
        return documents;
    }

    float[] values(String field) {
        return floats(root.required(field).required("values"));
    }

    float[] values(String map, String name) {
        return floats(root.required(map).required(name).required("values"));
    }

    /** The tensors of a layout out of a map of PyTorch's names; {@code prefix} is what the map leaves off a name. */
    float[] dense(String map, ParameterLayout layout, String prefix) {
        float[] dense = new float[layout.size()];
        for (ParameterLayout.Slot slot : layout.slots()) {
            if (slot.name().startsWith(prefix)) {
                float[] values = values(map, slot.name().substring(prefix.length()));
                System.arraycopy(values, 0, dense, slot.offset(), slot.size());
            }
        }
        return dense;
    }

    private static int[] integers(JsonNode array) {
        int[] values = new int[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asInt();
        }
        return values;
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }
}

package org.reelsense.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

/** Numbers of another implementation, made by {@code src/test/reference/make_evaluation_golden.py}. */
final class Golden {

    private Golden() {}

    /** The cases of a golden file; fails if it is missing or has fewer than {@code atLeast}. */
    static List<JsonNode> cases(String name, int atLeast) throws IOException {
        String path = "/golden/evaluation/" + name;
        try (InputStream in = Golden.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("no golden file " + path + "; make it with make_evaluation_golden.py");
            }
            JsonNode cases = new ObjectMapper().readTree(in);
            if (cases.size() < atLeast) {
                throw new IOException(path + " has " + cases.size() + " cases, not the expected " + atLeast);
            }
            return StreamSupport.stream(cases.spliterator(), false).toList();
        }
    }

    static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }

    static boolean[] booleans(JsonNode array) {
        boolean[] values = new boolean[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).booleanValue();
        }
        return values;
    }

    /** A number that must be there: a misspelt name is an error, not 0. */
    static double number(JsonNode node, String name) {
        return node.required(name).doubleValue();
    }
}

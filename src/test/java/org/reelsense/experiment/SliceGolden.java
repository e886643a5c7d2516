package org.reelsense.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What {@code src/test/reference/make_slice_golden.py} counted on the sample. */
record SliceGolden(int seen, List<String> ids, List<ReviewTraits> traits, List<Diagnostics.Slice> slices) {

    private static final String PATH = "/golden/experiment/slices.json";

    /** Fails if the file is missing or misspelt. */
    static SliceGolden read() throws IOException {
        try (InputStream in = SliceGolden.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IOException("no golden file " + PATH + "; make it with make_slice_golden.py");
            }
            JsonNode golden = new ObjectMapper().readTree(in);
            List<String> ids = new ArrayList<>();
            List<ReviewTraits> traits = new ArrayList<>();
            for (JsonNode one : golden.required("traits")) {
                ids.add(one.required("id").textValue());
                traits.add(new ReviewTraits(
                        count(one, "length"), count(one, "stars"), count(one, "negations"), count(one, "rare")));
            }
            List<Diagnostics.Slice> slices = new ArrayList<>();
            for (JsonNode one : golden.required("slices")) {
                slices.add(new Diagnostics.Slice(
                        one.required("by").textValue(),
                        one.required("label").textValue(),
                        count(one, "reviews"),
                        count(one, "correct")));
            }
            return new SliceGolden(count(golden, "seen"), ids, traits, slices);
        }
    }

    private static int count(JsonNode object, String field) {
        return object.required(field).intValue();
    }
}

package org.reelsense.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Numbers of another implementation, made by {@code src/test/reference/make_baseline_golden.py}.
 *
 * @param train learned from
 * @param scored documents of the same texts
 * @param logits [scored]
 */
record Golden(JsonNode node, LabelledTexts train, int[] scored, double[] logits) {

    /** The cases of a golden file; fails if it is missing or has not {@code count}. */
    static List<Golden> cases(String name, int count) throws IOException {
        String path = "/golden/baseline/" + name;
        try (InputStream in = Golden.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("no golden file " + path + "; make it with make_baseline_golden.py");
            }
            JsonNode cases = new ObjectMapper().readTree(in);
            if (cases.size() != count) {
                throw new IOException(path + " has " + cases.size() + " cases, not the expected " + count);
            }
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(Golden::of)
                    .toList();
        }
    }

    private static Golden of(JsonNode node) {
        JsonNode labels = node.required("positive");
        boolean[] positive = new boolean[labels.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = labels.get(i).booleanValue();
        }
        List<String> texts = new ArrayList<>();
        node.required("train").forEach(text -> texts.add(text.textValue()));
        node.required("scored").forEach(text -> texts.add(text.textValue()));
        LabelledTexts train = Toy.labelled(texts, positive);
        int[] scored = IntStream.range(positive.length, texts.size()).toArray();
        double[] logits = new double[scored.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = node.required("logits").required(i).doubleValue();
        }
        return new Golden(node, train, scored, logits);
    }

    double number(String name) {
        return node.required(name).doubleValue();
    }

    /** The NB-SVM of the case, solved far enough to be compared. */
    NbSvmSpec spec() {
        return new NbSvmSpec(
                (int) number("ngrams"),
                (int) number("minimumDocuments"),
                number("smoothing"),
                number("cost"),
                number("interpolation"),
                Toy.EXACT);
    }

    @Override
    public String toString() {
        return node.required("name").textValue();
    }
}

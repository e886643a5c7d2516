package org.reelsense.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.reelsense.network.Parameters;

/**
 * What a training is: one with another field gives other weights and cannot go on from its checkpoint. The number of
 * threads is not among the fields, since it changes nothing.
 *
 * @param fields by the name that a message calls them
 */
record TrainingIdentity(Map<String, String> fields) {

    /** Stands for the trainer's arithmetic; whoever changes that raises it. */
    private static final String VERSION = "2";

    private static final int LONGEST_SHOWN = 60;

    TrainingIdentity {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Of a training.
     *
     * @param initial stand for everything that made them, such as the word vectors' settings
     * @param dataKey names the examples exactly
     */
    static TrainingIdentity of(
            String name, Objective<?> objective, Parameters initial, TrainingSpec spec, String dataKey) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("trainer", VERSION);
        fields.put("model", name);
        fields.put("data", dataKey);
        fields.putAll(objective.identity());
        put(fields, spec);
        fields.put(
                "initial weights",
                Integer.toHexString(Arrays.hashCode(initial.embedding())) + "-"
                        + Integer.toHexString(Arrays.hashCode(initial.dense())));
        return new TrainingIdentity(fields);
    }

    private static void put(Map<String, String> fields, TrainingSpec spec) {
        fields.put("seed", Long.toString(spec.seed()));
        fields.put("epochs", Integer.toString(spec.epochs()));
        fields.put("batchReviews", Integer.toString(spec.batchReviews()));
        fields.put("shards", Integer.toString(spec.shards()));
        fields.put("learningRate", Float.toString(spec.adam().learningRate()));
        fields.put("embeddingRate", Float.toString(spec.adam().embeddingRate()));
        fields.put("schedule", spec.adam().schedule().toString());
        fields.put("epsilon", spec.adam().epsilon().id());
        fields.put("clipNorm", Float.toString(spec.clipNorm()));
        fields.put("averaging", Float.toString(spec.averaging()));
        fields.put("patience", Integer.toString(spec.patience()));
    }

    /** Field by field what a checkpoint's identity has and this one has not, in words; empty if they are the same. */
    String differencesFrom(TrainingIdentity there) {
        TreeSet<String> names = new TreeSet<>(fields.keySet());
        names.addAll(there.fields.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(fields.get(name), there.fields.get(name)))
                .map(name -> name + " is " + there.shown(name) + " there and " + shown(name) + " here")
                .collect(Collectors.joining("; "));
    }

    private String shown(String name) {
        String value = fields.getOrDefault(name, "missing");
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "...";
    }
}

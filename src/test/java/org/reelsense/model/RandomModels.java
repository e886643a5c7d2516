package org.reelsense.model;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;

/** Small models with random weights and a vocabulary of made-up words; public for the tests of other packages. */
public final class RandomModels {

    public static final int V = 200;
    public static final int H = 16;

    /** Short, so that even a test's texts are cut. */
    public static final int PIECE = 40;

    private RandomModels() {}

    public static SentimentModel of(Cell cell, boolean bidirectional, long seed) {
        return new SentimentModel(Tokenizer.ID, vocabulary(), weights(cell, bidirectional, seed), provenance());
    }

    public static SentimentModel lstm() {
        return of(Cell.LSTM, true, 1);
    }

    /** All weights in ±0.5, which spreads the probabilities; biases too, so that none can be left out unnoticed. */
    static Weights weights(Cell cell, boolean bidirectional, long seed) {
        NetworkSpec spec = new NetworkSpec(cell, bidirectional, V, 12, H, PIECE);
        Random random = new Random(seed);
        return new Weights(
                spec,
                uniform(random, V * 12, 1),
                uniform(random, ParameterLayout.of(spec).size(), 0.5f));
    }

    private static float[] uniform(Random random, int size, float bound) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (2 * random.nextFloat() - 1) * bound;
        }
        return values;
    }

    /** {@code <unk>}, word1 to word199, with their numbers as ids. */
    static Vocabulary vocabulary() {
        List<String> words = IntStream.range(1, V).mapToObj(i -> "word" + i).toList();
        return Vocabulary.build(words, IntStream.range(1, V).map(i -> 1_000 - i).toArray(), 1, V);
    }

    static Provenance provenance() {
        return new Provenance(
                "sample",
                "00ff",
                7,
                "unknown",
                "2026-11-22T00:00:00Z",
                Map.of("os", "Linux é", "cpu", "8 cores"),
                2,
                Map.of("testAccuracy", 0.875, "devAccuracy", 1.0 / 3));
    }

    /** Texts of 0 to 300 words, a few of them unknown. */
    public static List<String> texts(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, random.nextInt(301))
                        .mapToObj(word -> "word" + (1 + random.nextInt(V + 10)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}

package org.reelsense.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.text.Vocabulary;

/** Reviews of two kinds that share no word: ids 1 to 6 stand together, and so do 7 to 12. */
final class TwoTopics {

    static final int WORDS = 6;
    static final Vocabulary VOCABULARY = vocabulary("word");
    static final EmbeddingSpec SPEC = new EmbeddingSpec(10, 3, 3, 3, 0, 1);

    private TwoTopics() {}

    /** Two words more than the reviews hold: the last two ids never occur. */
    static Vocabulary vocabulary(String stem) {
        List<String> types =
                IntStream.rangeClosed(1, 2 * WORDS + 2).mapToObj(i -> stem + i).toList();
        return Vocabulary.build(
                types, IntStream.range(0, types.size()).map(i -> 1000 - i).toArray(), 1, 100);
    }

    static List<int[]> reviews(int count) {
        Random random = new Random(8);
        return Stream.generate(() -> review(random)).limit(count).toList();
    }

    private static int[] review(Random random) {
        int first = random.nextBoolean() ? 1 : 1 + WORDS;
        return random.ints(12, first, first + WORDS).toArray();
    }

    /** The same with unknown tokens put in, a review that has nothing else, and one that has nothing at all. */
    static List<int[]> sprinkledWithUnknown(List<int[]> reviews) {
        Random random = new Random(4);
        List<int[]> sprinkled = new ArrayList<>();
        for (int[] review : reviews) {
            sprinkled.add(IntStream.of(review)
                    .flatMap(id -> random.nextBoolean() ? IntStream.of(0, id) : IntStream.of(id))
                    .toArray());
        }
        sprinkled.add(new int[] {0, 0});
        sprinkled.add(new int[0]);
        return sprinkled;
    }
}

package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelsense.text.Vocabulary;

class CoveredVocabularyTest {

    private static final WordVectors SOURCE =
            new WordVectors(Vocabulary.inOrder(List.of("<unk>", "b", "other", "a", "zero")), 2, new float[] {
                7, 8, 1, 2, 9, 9, 3, 4, 0, 0
            });

    private static CoveredVocabulary covered(String... words) {
        List<String> all = new ArrayList<>(List.of("<unk>"));
        all.addAll(List.of(words));
        return CoveredVocabulary.of(Vocabulary.inOrder(all), SOURCE);
    }

    @Test
    void of_vocabulary_takesVectorsByWordAndCounts() {
        CoveredVocabulary covered = covered("a", "none", "zero", "b");

        assertThat(covered.vectors().values()).containsExactly(7, 8, 3, 4, 0, 0, 0, 0, 1, 2);
        assertThat(covered.found()).isEqualTo(2);
        assertThat(covered.missing()).isEqualTo(2);
    }

    @Test
    void present_missingWords_areGone() {
        WordVectors present = covered("a", "none", "zero", "b").present();

        assertThat(new String(present.vocabulary().toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("<unk>\na\nb");
        assertThat(present.values()).containsExactly(7, 8, 3, 4, 1, 2);
    }

    @Test
    void filled_missingWords_getTheirOwnSpreadAndOthersStay() {
        int known = 500;
        List<String> words = new ArrayList<>(List.of("<unk>"));
        IntStream.range(0, known).forEach(i -> words.add("known" + i));
        float[] values = new float[2 * words.size()];
        Random random = new Random(5);
        for (int i = 2; i < values.length; i++) {
            values[i] = (float) (i % 2 == 0 ? 10 + random.nextGaussian() : -3 + 0.1 * random.nextGaussian());
        }
        WordVectors source = new WordVectors(Vocabulary.inOrder(words), 2, values);
        List<String> more = new ArrayList<>(words);
        IntStream.range(0, 2_000).forEach(i -> more.add("missing" + i));

        float[] filled =
                CoveredVocabulary.of(Vocabulary.inOrder(more), source).filled(1).values();

        assertThat(Arrays.copyOf(filled, values.length)).isEqualTo(values);
        assertColumn(filled, values.length, 10, 1);
        assertColumn(filled, values.length + 1, -3, 0.1);
    }

    private static void assertColumn(float[] filled, int begin, double mean, double deviation) {
        double[] column = IntStream.iterate(begin, i -> i < filled.length, i -> i + 2)
                .mapToDouble(i -> filled[i])
                .toArray();
        double found = Arrays.stream(column).average().orElseThrow();
        double squares = Arrays.stream(column)
                .map(x -> (x - found) * (x - found))
                .average()
                .orElseThrow();
        assertThat(found).isCloseTo(mean, within(deviation / 5));
        assertThat(Math.sqrt(squares)).isCloseTo(deviation, within(deviation / 5));
        assertThat(Arrays.stream(column).map(x -> Math.abs(x - mean)).max().orElseThrow())
                .as("uniform: within sqrt(3) deviations")
                .isLessThan(2 * deviation);
    }

    @Test
    void filled_sameWord_dependsOnSeedAndNotOnItsId() {
        float[] first = covered("a", "b", "none").filled(1).values();
        float[] later = covered("a", "b", "some", "none").filled(1).values();
        float[] other = covered("a", "b", "none").filled(2).values();

        assertThat(Arrays.copyOfRange(later, 8, 10)).isEqualTo(Arrays.copyOfRange(first, 6, 8));
        assertThat(Arrays.copyOfRange(other, 6, 8)).isNotEqualTo(Arrays.copyOfRange(first, 6, 8));
        assertThat(Arrays.copyOfRange(later, 6, 8)).isNotEqualTo(Arrays.copyOfRange(later, 8, 10));
    }
}

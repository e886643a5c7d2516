package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reelsense.text.Vocabulary;

class NeighbourQualityTest {

    private static final List<String> GOOD = words("good", 20);
    private static final List<String> BAD = words("bad", 20);
    private static final PolarWords POLAR = new PolarWords(GOOD, BAD);

    /** The word itself and numbered ones. */
    private static List<String> words(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> i == 0 ? stem : stem + i).toList();
    }

    /** Every word near x = 1 or, if negative, at x = {@code badAt}, and some noise. */
    private static WordVectors vectors(double badAt) {
        List<String> words =
                Stream.of(List.of("<unk>"), GOOD, BAD).flatMap(List::stream).toList();
        Random random = new Random(2);
        float[] values = new float[words.size() * 3];
        for (int i = 3; i < values.length; i++) {
            double at = i / 3 > GOOD.size() ? badAt : 1;
            values[i] = (float) ((i % 3 == 0 ? at : 0) + 0.05 * random.nextGaussian());
        }
        return new WordVectors(Vocabulary.inOrder(words), 3, values);
    }

    @Test
    void of_sidesApart_agreesWhollyAndBadIsFar() {
        NeighbourQuality quality = NeighbourQuality.of(vectors(-1), POLAR);

        assertThat(quality.agreement()).isEqualTo(1);
        assertThat(quality.rankOfBad()).isGreaterThanOrEqualTo(20);
        assertThat(quality.polarWords()).isEqualTo(40);
    }

    @Test
    void of_sidesMixed_agreesByChance() {
        assertThat(NeighbourQuality.of(vectors(1), POLAR).agreement()).isCloseTo(0.5, within(0.1));
    }

    /** One word lies on the wrong side: its ten neighbours disagree, and it is among the ten of nobody's side. */
    @Test
    void of_oneWordAstray_losesItsShare() {
        WordVectors vectors = vectors(-1);
        int astray = vectors.vocabulary().id("good7");
        vectors.values()[astray * 3] = -9;

        double agreement = NeighbourQuality.of(vectors, POLAR).agreement();

        assertThat(agreement).isLessThanOrEqualTo(39 / 40.0).isGreaterThan(36 / 40.0);
    }

    @Test
    void of_wordsWithoutVectors_arePassedOver() {
        PolarWords more = new PolarWords(List.of("good", "good1", "none"), List.of("bad", "bad1", "nothing"));
        assertThat(NeighbourQuality.of(vectors(-1), more).polarWords()).isEqualTo(4);

        WordVectors two =
                new WordVectors(Vocabulary.inOrder(List.of("<unk>", "good", "bad")), 1, new float[] {0, 1, 0});
        assertThat(NeighbourQuality.of(two, POLAR)).isEqualTo(new NeighbourQuality(null, null, 1));
    }
}

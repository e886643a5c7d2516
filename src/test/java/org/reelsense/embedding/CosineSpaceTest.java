package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.embedding.WordVectors.Neighbour;
import org.reelsense.text.Vocabulary;

/** The nearest words themselves are WordVectorsTest's. */
class CosineSpaceTest {

    /** Two things along x and y; the lengths differ so that they would show if they counted. */
    private static final CosineSpace SPACE = new CosineSpace(new WordVectors(
            Vocabulary.inOrder(List.of("<unk>", "man", "king", "woman", "queen", "zero", "far")), 3, new float[] {
                1, 1, 1, // <unk>
                1, 0, 0, // man
                3, 3, 0, // king
                0, 0, 2, // woman
                0, 1, 1, // queen
                0, 0, 0, // zero
                -9, -9, -9 // far
            }));

    @Test
    void analogy_kingWithoutManPlusWoman_isQueenAndNoneOfTheThree() {
        List<Neighbour> found = SPACE.analogy("man", "king", "woman", 10);

        assertThat(found).extracting(Neighbour::token).containsExactly("queen", "zero", "far");
        // (1/sqrt2 - 1, 1/sqrt2, 1) and (0, 1, 1)/sqrt2.
        double half = Math.sqrt(0.5);
        double length = Math.sqrt((half - 1) * (half - 1) + 0.5 + 1);
        assertThat(found.get(0).similarity()).isCloseTo((half + 1) * half / length, within(1e-12));
    }

    @Test
    void analogy_sameWordTwice_isTheNearestOfTheThird() {
        assertThat(SPACE.analogy("man", "man", "king", 1))
                .extracting(Neighbour::token)
                .containsExactly("queen");
    }

    @Test
    void similarity_twoWords_isTheirCosine() {
        assertThat(SPACE.similarity("king", "queen")).isCloseTo(0.5, within(1e-12));
        assertThat(SPACE.similarity("man", "far")).isCloseTo(-Math.sqrt(1 / 3.0), within(1e-12));
        assertThat(SPACE.similarity("man", "zero")).isZero();
    }

    @Test
    void rank_everyPair_isThePlaceAmongTheNearest() {
        List<String> words = List.of("man", "king", "woman", "queen", "zero", "far");
        for (String word : words) {
            List<String> nearest =
                    SPACE.nearest(word, 10).stream().map(Neighbour::token).toList();
            assertThat(nearest).hasSize(5);
            for (String other : nearest) {
                assertThat(SPACE.rank(other, word)).isEqualTo(nearest.indexOf(other) + 1);
            }
        }
    }

    @Test
    void contains_zeroUnknownAndForeignWords_haveNoVector() {
        assertThat(List.of("man", "zero", "<unk>", "other").stream().map(SPACE::contains))
                .containsExactly(true, false, false, false);
    }

    @Test
    void rank_unknownOrSameWord_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPACE.rank("other", "man"))
                .withMessageContaining("'other' is not among the 7 words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPACE.rank("man", "man"))
                .withMessageContaining("'man' is no neighbour of itself");
    }
}

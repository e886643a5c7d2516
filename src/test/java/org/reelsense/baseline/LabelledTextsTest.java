package org.reelsense.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.text.TokenizedTexts;

class LabelledTextsTest {

    private static final TokenizedTexts TEXTS = Toy.tokenized(List.of("one", "two", "three"));

    @Test
    void labelledTexts_none_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelledTexts(TEXTS, new int[0], new boolean[0]))
                .withMessageContaining("documents: none");
    }

    @Test
    void labelledTexts_otherNumberOfLabels_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelledTexts(TEXTS, new int[2], new boolean[3]))
                .withMessageContaining("3 labels for 2 documents");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void labelledTexts_noSuchDocument_refused(int document) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelledTexts(TEXTS, new int[] {document}, new boolean[1]))
                .withMessageContaining(document + " is outside 0..2");
    }

    @Test
    void tokens_ofADocument_areThoseOfItsIndex() {
        LabelledTexts labelled = new LabelledTexts(TEXTS, new int[] {2, 0}, new boolean[] {true, false});

        assertThat(labelled.size()).isEqualTo(2);
        assertThat(labelled.positives()).isEqualTo(1);
        assertThat(TEXTS.types().get(labelled.tokens(0)[0])).isEqualTo("three");
    }
}

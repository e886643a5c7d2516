package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    private static final List<String> TYPES = List.of("rare", "😀", "\uFF70", "b", "a", "the");
    private static final int[] COUNTS = {1, 2, 2, 2, 2, 9};

    @Test
    void build_ties_areOrderedByCodePoint() {
        Vocabulary vocabulary = Vocabulary.build(TYPES, COUNTS, 1, 100);
        assertThat(tokens(vocabulary)).isEqualTo("<unk> the a b \uFF70 😀 rare");
    }

    @Test
    void build_typesInAnyOrder_givesTheSame() {
        List<String> types = List.of("the", "a", "b", "😀", "rare", "\uFF70");
        assertThat(tokens(Vocabulary.build(types, new int[] {9, 2, 2, 2, 1, 2}, 1, 100)))
                .isEqualTo(tokens(Vocabulary.build(TYPES, COUNTS, 1, 100)));
    }

    @Test
    void build_limits_cutTheTail() {
        assertThat(tokens(Vocabulary.build(TYPES, COUNTS, 2, 100))).isEqualTo("<unk> the a b \uFF70 😀");
        assertThat(tokens(Vocabulary.build(TYPES, COUNTS, 1, 3))).isEqualTo("<unk> the a");
        assertThat(tokens(Vocabulary.build(TYPES, COUNTS, 10, 100))).isEqualTo("<unk>");
        assertThat(tokens(Vocabulary.build(TYPES, COUNTS, 1, 1))).isEqualTo("<unk>");
    }

    @Test
    void encode_unknownToken_isZero() {
        Vocabulary vocabulary = Vocabulary.build(TYPES, COUNTS, 2, 100);
        assertThat(vocabulary.encode(List.of("the", "rare", "a", "never"))).containsExactly(1, 0, 2, 0);
        assertThat(vocabulary.id(Vocabulary.UNKNOWN)).isZero();
        assertThat(vocabulary.idsOf(TYPES)).containsExactly(0, 5, 4, 3, 2, 1);
    }

    @Test
    void token_ofEachId_hasThatId() {
        Vocabulary vocabulary = Vocabulary.build(TYPES, COUNTS, 1, 100);
        for (int id = 0; id < vocabulary.size(); id++) {
            assertThat(vocabulary.id(vocabulary.token(id))).isEqualTo(id);
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> vocabulary.token(vocabulary.size()));
    }

    @Test
    void fromBytes_ofToBytes_givesTheSame() {
        Vocabulary vocabulary = Vocabulary.build(TYPES, COUNTS, 1, 100);
        assertThat(vocabulary.toBytes())
                .isEqualTo("<unk>\nthe\na\nb\n\uFF70\n😀\nrare".getBytes(StandardCharsets.UTF_8));
        assertThat(tokens(Vocabulary.fromBytes(vocabulary.toBytes()))).isEqualTo(tokens(vocabulary));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n<unk>", "<unk>\na\na", "<unk>\n\na", "<unk>\na\n", "<unk>\n<unk>"})
    void fromBytes_badList_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.fromBytes(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageStartingWith("vocabulary");
    }

    @Test
    void fromBytes_malformedUtf8_isRefused() {
        byte[] overlong = {'<', 'u', 'n', 'k', '>', '\n', (byte) 0xC0, (byte) 0x80};
        byte[] surrogate = {'<', 'u', 'n', 'k', '>', '\n', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
        for (byte[] bytes : List.of(overlong, surrogate)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Vocabulary.fromBytes(bytes))
                    .withMessageContaining("not UTF-8");
        }
    }

    @Test
    void build_badArguments_areNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.build(TYPES, new int[2], 1, 10))
                .withMessageContaining("counts has 2 entries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.build(TYPES, COUNTS, 0, 10))
                .withMessageContaining("minimumCount is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.build(TYPES, COUNTS, 1, 0))
                .withMessageContaining("maximumSize is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.build(List.of("a", "a"), new int[] {1, 1}, 1, 10))
                .withMessageContaining("\"a\"");
    }

    private static String tokens(Vocabulary vocabulary) {
        return String.join(" ", new String(vocabulary.toBytes(), StandardCharsets.UTF_8).split("\n"));
    }
}

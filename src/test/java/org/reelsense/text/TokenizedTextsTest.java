package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.progress.Progress;

class TokenizedTextsTest {

    @Test
    void build_smallCorpus_ordersTypesByCountThenCodePoint() throws InterruptedException {
        TokenizedTexts texts = TokenizedTexts.build(List.of("b a b", "", "\uFF70 c 😀 c a d b"), 1, Progress.SILENT);

        assertThat(texts.types()).containsExactly("b", "a", "c", "d", "\uFF70", "😀");
        assertThat(texts.counts()).containsExactly(3, 2, 2, 1, 1, 1);
        assertThat(texts.size()).isEqualTo(3);
        assertThat(texts.length(1)).isZero();
        assertThat(texts.document(0)).containsExactly(0, 1, 0);
        assertThat(texts.document(2)).containsExactly(4, 2, 5, 2, 1, 3, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void build_anyNumberOfThreads_givesTheSame(int threads) throws InterruptedException {
        List<String> corpus = randomCorpus(2_000);
        TokenizedTexts one = TokenizedTexts.build(corpus, 1, Progress.SILENT);
        TokenizedTexts many = TokenizedTexts.build(corpus, threads, Progress.SILENT);

        assertThat(many.types()).isEqualTo(one.types());
        assertThat(many.counts()).isEqualTo(one.counts());
        for (int i = 0; i < corpus.size(); i++) {
            assertThat(many.document(i)).isEqualTo(one.document(i));
        }
    }

    @Test
    void build_randomCorpus_holdsTheTokensOfEachText() throws InterruptedException {
        List<String> corpus = randomCorpus(600);
        TokenizedTexts texts = TokenizedTexts.build(corpus, 2, Progress.SILENT);

        for (int i = 0; i < corpus.size(); i++) {
            List<String> tokens =
                    IntStream.of(texts.document(i)).mapToObj(texts.types()::get).toList();
            assertThat(tokens).isEqualTo(new Tokenizer().tokenize(corpus.get(i)));
        }
    }

    @Test
    void countsOver_chosenDocuments_leavesTheOthersOut() throws InterruptedException {
        TokenizedTexts texts = TokenizedTexts.build(List.of("a b", "a c c", "a b b"), 2, Progress.SILENT);
        BitSet chosen = new BitSet();
        chosen.set(0);
        chosen.set(2);

        assertThat(texts.types()).containsExactly("a", "b", "c");
        assertThat(texts.countsOver(chosen.stream())).containsExactly(2, 3, 0);
        assertThat(texts.countsOver(IntStream.empty())).containsExactly(0, 0, 0);
        assertThat(texts.countsOver(IntStream.range(0, 3))).isEqualTo(texts.counts());
    }

    @Test
    void encode_withVocabulary_equalsEncodingTheTokens() throws InterruptedException {
        TokenizedTexts texts = TokenizedTexts.build(List.of("a b c", "a c c", "d"), 1, Progress.SILENT);
        Vocabulary vocabulary = Vocabulary.build(texts.types(), texts.counts(), 2, 10);
        int[] ids = vocabulary.idsOf(texts.types());

        assertThat(texts.encode(0, ids)).isEqualTo(vocabulary.encode(List.of("a", "b", "c")));
        assertThat(texts.encode(2, ids)).containsExactly(0);
    }

    @Test
    void accessors_changedArrays_leaveTheTextsAlone() throws InterruptedException {
        TokenizedTexts texts = TokenizedTexts.build(List.of("a b"), 1, Progress.SILENT);
        texts.document(0)[0] = 9;
        texts.counts()[0] = 9;
        assertThat(texts.document(0)).containsExactly(0, 1);
        assertThat(texts.counts()).containsExactly(1, 1);
    }

    @Test
    void build_failingSource_passesItsErrorOn() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TokenizedTexts.build(
                        1_000,
                        i -> {
                            throw new IllegalStateException("no text " + i);
                        },
                        2,
                        Progress.SILENT))
                .withMessageStartingWith("no text");
    }

    @Test
    void build_badArguments_areNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenizedTexts.build(List.of(), 0, Progress.SILENT))
                .withMessageContaining("threads is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenizedTexts.build(-1, i -> "", 1, Progress.SILENT))
                .withMessageContaining("size is -1");
    }

    @Test
    void build_progress_hearsOfEachReviewOnce() throws InterruptedException {
        AtomicLong done = new AtomicLong();
        AtomicLong total = new AtomicLong();
        TokenizedTexts.build(randomCorpus(700), 3, new Counting(total, done));
        assertThat(total).hasValue(700);
        assertThat(done).hasValue(700);
    }

    private record Counting(AtomicLong total, AtomicLong done) implements Progress {
        @Override
        public void begin(String task, long size, String unit) {
            total.addAndGet(size);
        }

        @Override
        public void advance(long units) {
            done.addAndGet(units);
        }

        @Override
        public void say(String line) {}

        @Override
        public void end() {}
    }

    static List<String> randomCorpus(int size) {
        Random random = new Random(7);
        List<String> corpus = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(40); words > 0; words--) {
                text.append(Integer.toString((int) Math.pow(40_000, random.nextDouble()), 36))
                        .append(' ');
            }
            corpus.add(text.toString());
        }
        return corpus;
    }
}

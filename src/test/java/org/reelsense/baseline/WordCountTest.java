package org.reelsense.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordCountTest {

    @Test
    void train_goldenCase_isScikitLearnsFit() throws IOException, InterruptedException {
        Golden golden = Golden.cases("wordcount.json", 1).get(0);

        WordCount count = WordCount.train(golden.train());

        assertThat(count.scale()).isCloseTo((float) golden.number("scale"), within(1e-5f));
        assertThat(count.offset()).isCloseTo((float) golden.number("offset"), within(1e-5f));
        float[] logits = count.logits(golden.train().texts(), golden.scored());
        for (int i = 0; i < logits.length; i++) {
            assertThat((double) logits[i]).isCloseTo(golden.logits()[i], within(1e-5));
        }
        assertThat(count.parameters()).isEqualTo(2);
    }

    @Test
    void logits_textWithoutSentimentWords_isTheOffset() throws InterruptedException {
        LabelledTexts train = Toy.labelled();
        WordCount count = WordCount.train(train);
        LabelledTexts others = Toy.labelled(List.of("", "the film", "good and bad"), true);

        assertThat(Toy.logits(count, others.texts())).containsOnly(count.offset());
    }

    @Test
    void logits_morePraise_isHigher() {
        WordCount count = new WordCount(2, -0.5f);

        float[] logits = Toy.logits(count, Toy.tokenized(List.of("awful bad", "bad", "the", "good", "good great")));

        assertThat(logits).isSorted().doesNotHaveDuplicates();
        assertThat(logits[4]).isCloseTo((float) (2 * Math.log(3) - 0.5), within(1e-6f));
    }

    @Test
    void train_oneClassAlone_saysItOfAll() throws InterruptedException {
        WordCount negative = WordCount.train(Toy.labelled(Toy.TEXTS, false, false));
        WordCount positive = WordCount.train(Toy.labelled(Toy.TEXTS, true, true));

        assertThat(negative.offset()).isFinite().isNegative();
        assertThat(positive.offset()).isFinite().isPositive();
    }
}

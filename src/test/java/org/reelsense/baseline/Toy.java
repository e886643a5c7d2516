package org.reelsense.baseline;

import java.util.List;
import java.util.stream.IntStream;
import org.reelsense.progress.Progress;
import org.reelsense.text.TokenizedTexts;

/** Small texts. */
final class Toy {

    /** Tolerance of a solution whose rounding alone is left. */
    static final double EXACT = 1e-10;

    static final List<String> TEXTS = List.of(
            "a good film , a great plot",
            "good actor and good fun !",
            "it was not bad",
            "a great film 8/10",
            "a bad film , a dull plot",
            "not good , not fun",
            "it was bad bad bad",
            "a dull film 2/10");

    static final boolean[] POSITIVE = {true, true, true, true, false, false, false, false};

    static final NbSvmSpec SPEC = new NbSvmSpec(2, 1, 1, 10, 0.5, EXACT);

    private Toy() {}

    static LabelledTexts labelled() {
        return labelled(TEXTS, POSITIVE);
    }

    /** The first texts with these labels; there may be more texts than labels. */
    static LabelledTexts labelled(List<String> texts, boolean... positive) {
        return new LabelledTexts(
                tokenized(texts), IntStream.range(0, positive.length).toArray(), positive);
    }

    static TokenizedTexts tokenized(List<String> texts) {
        try {
            return TokenizedTexts.build(texts, 1, Progress.SILENT);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static NbSvm nbSvm(LabelledTexts train) throws InterruptedException {
        return NbSvm.train(SPEC, train, Progress.SILENT);
    }

    /** The logits of all of a corpus. */
    static float[] logits(Yardstick yardstick, TokenizedTexts texts) {
        return yardstick.logits(texts, IntStream.range(0, texts.size()).toArray());
    }
}

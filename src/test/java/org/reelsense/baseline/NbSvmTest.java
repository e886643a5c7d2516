package org.reelsense.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Linear;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.text.TokenizedTexts;

class NbSvmTest {

    private static final LabelledTexts TRAIN = Toy.labelled();

    @Test
    void train_textsThatCanBeTold_areTold() throws InterruptedException {
        float[] logits = Toy.logits(Toy.nbSvm(TRAIN), TRAIN.texts());

        for (int d = 0; d < logits.length; d++) {
            assertThat(logits[d] >= 0).isEqualTo(Toy.POSITIVE[d]);
        }
    }

    @Test
    void train_otherOrderOfDocuments_differsInRoundingAlone() throws InterruptedException {
        int[] order = {5, 2, 7, 0, 3, 6, 1, 4};
        boolean[] positive = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            positive[i] = Toy.POSITIVE[order[i]];
        }

        NbSvm other = Toy.nbSvm(new LabelledTexts(TRAIN.texts(), order, positive));

        assertThat(Toy.logits(other, TRAIN.texts()))
                .containsExactly(Toy.logits(Toy.nbSvm(TRAIN), TRAIN.texts()), within(1e-6f));
    }

    @Test
    void train_labelsSwapped_turnsEverySign() throws InterruptedException {
        boolean[] swapped = new boolean[Toy.POSITIVE.length];
        for (int d = 0; d < swapped.length; d++) {
            swapped[d] = !Toy.POSITIVE[d];
        }

        float[] logits =
                Toy.logits(Toy.nbSvm(new LabelledTexts(TRAIN.texts(), TRAIN.documents(), swapped)), TRAIN.texts());

        float[] before = Toy.logits(Toy.nbSvm(TRAIN), TRAIN.texts());
        for (int d = 0; d < logits.length; d++) {
            assertThat(logits[d]).isCloseTo(-before[d], within(1e-6f));
        }
    }

    /** The other texts here change the order of types and add types; not a bit may follow from them. */
    @Test
    void train_withOtherTextsBeside_isTheSameBitForBit() throws InterruptedException {
        List<String> texts = new ArrayList<>(Toy.TEXTS);
        texts.addAll(Collections.nCopies(9, "actor dull ! plot unheard of 2/10 2/10 fun"));

        NbSvm beside = Toy.nbSvm(Toy.labelled(texts, Toy.POSITIVE));

        NbSvm alone = Toy.nbSvm(TRAIN);
        assertThat(beside.parameters()).isEqualTo(alone.parameters());
        assertThat(beside.logits(Toy.tokenized(texts), TRAIN.documents()))
                .containsExactly(Toy.logits(alone, TRAIN.texts()));
    }

    @Test
    void train_inOtherThreads_isTheSameBitForBit() throws Exception {
        float[] expected = Toy.logits(Toy.nbSvm(TRAIN), TRAIN.texts());
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<NbSvm>> models = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> Toy.nbSvm(TRAIN)))
                    .toList();
            for (Future<NbSvm> model : models) {
                assertThat(Toy.logits(model.get(), TRAIN.texts())).containsExactly(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Only the bias is left, and the length is that of the known n-grams. */
    @Test
    void logits_ngramsNeverSeen_areIgnored() throws InterruptedException {
        List<String> texts = new ArrayList<>(Toy.TEXTS);
        texts.addAll(List.of("", "unheard of", "great", "great unheard", "unheard great of"));
        NbSvm model = Toy.nbSvm(Toy.labelled(texts, Toy.POSITIVE));

        float[] logits = model.logits(Toy.tokenized(texts), new int[] {8, 9, 10, 11, 12});

        assertThat(logits[1]).isEqualTo(logits[0]);
        assertThat(logits[2]).isGreaterThan(logits[0]).isEqualTo(logits[3]).isEqualTo(logits[4]);
    }

    @Test
    void train_oneClassAlone_saysItOfAll() throws InterruptedException {
        for (boolean label : new boolean[] {false, true}) {
            float[] logits = Toy.logits(Toy.nbSvm(Toy.labelled(Toy.TEXTS, label, label, label)), TRAIN.texts());
            for (float logit : logits) {
                assertThat(logit).isFinite();
                assertThat(logit > 0).isEqualTo(label);
            }
        }
    }

    @Test
    void train_emptyDocumentsAlone_leavesTheBias() throws InterruptedException {
        TokenizedTexts texts = Toy.tokenized(List.of("", "", "", "a text"));
        NbSvm model = Toy.nbSvm(new LabelledTexts(texts, new int[] {0, 1, 2}, new boolean[] {true, true, false}));

        float[] logits = Toy.logits(model, texts);

        assertThat(model.parameters()).isEqualTo(1);
        assertThat(logits[0]).isPositive().isEqualTo(logits[3]);
    }

    @Test
    void train_noNgramInEnoughDocuments_leavesTheBias() throws InterruptedException {
        NbSvm model = NbSvm.train(new NbSvmSpec(3, 9, 1, 1, 0.5, 0.01), TRAIN, new Recorded());

        assertThat(model.parameters()).isEqualTo(1);
        assertThat(Toy.logits(model, TRAIN.texts())).containsOnly(0);
    }

    @Test
    void train_watched_tellsEveryTaskToItsEnd() throws InterruptedException {
        Recorded progress = new Recorded();

        NbSvm.train(Toy.SPEC, TRAIN, progress);

        assertThat(progress.begun()).isEqualTo(progress.ended()).isEqualTo(2);
        assertThat(progress.units().get(0)).isEqualTo(2L * Toy.TEXTS.size());
        assertThat(progress.units().get(1)).isPositive();
    }

    /** At the first, a middle and the last call of progress: while counting, while solving. */
    @Test
    void train_interrupted_stopsWhereverItIs() throws InterruptedException {
        Recorded whole = new Recorded();
        NbSvm.train(Toy.SPEC, TRAIN, whole);
        long calls = whole.units().stream().mapToLong(Long::longValue).sum();
        for (long at : new long[] {1, Toy.TEXTS.size(), 2L * Toy.TEXTS.size() + 1, calls - 1}) {
            Recorded progress = new Recorded(at);
            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> NbSvm.train(Toy.SPEC, TRAIN, progress));
            assertThat(progress.ended()).isEqualTo(progress.begun());
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void train_byLiblinear_printsNothing() throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Linear.setDebugOutput(new PrintStream(printed, true, StandardCharsets.UTF_8));

        Toy.nbSvm(TRAIN);

        assertThat(printed.size()).isZero();
    }

    @Test
    void logits_textsOfAnotherCorpus_areRefused() throws InterruptedException {
        NbSvm model = Toy.nbSvm(TRAIN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.logits(Toy.tokenized(List.of("one", "two")), new int[1]))
                .withMessageContaining("texts have 2 types");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 0.5, 0.01, ngrams: 0",
        "4, 1, 1, 1, 0.5, 0.01, ngrams: 4",
        "2, 0, 1, 1, 0.5, 0.01, minimumDocuments: 0",
        "2, 1, 0, 1, 0.5, 0.01, smoothing: 0.0",
        "2, 1, NaN, 1, 0.5, 0.01, smoothing: NaN",
        "2, 1, 1, 0, 0.5, 0.01, cost: 0.0",
        "2, 1, 1, 1, 1.5, 0.01, interpolation: 1.5",
        "2, 1, 1, 1, 0.5, 1, tolerance: 1.0",
    })
    void spec_outOfRange_refused(
            int ngrams,
            int minimum,
            double smoothing,
            double cost,
            double interpolation,
            double tolerance,
            String says) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NbSvmSpec(ngrams, minimum, smoothing, cost, interpolation, tolerance))
                .withMessageContaining(says);
    }
}

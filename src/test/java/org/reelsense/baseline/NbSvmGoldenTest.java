package org.reelsense.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.progress.Progress;
import org.reelsense.text.TokenizedTexts;

class NbSvmGoldenTest {

    static List<Golden> goldenCases() throws IOException {
        return Golden.cases("nbsvm.json", 5);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void logCountRatios_goldenCase_areNumpys(Golden golden) throws InterruptedException {
        LabelledTexts train = golden.train();
        NGrams grams = new NGramCounting(train, golden.spec().minimumDocuments(), Progress.SILENT)
                .count(golden.spec().ngrams());
        int[][] rows = IntStream.range(0, train.size())
                .mapToObj(d -> grams.in(train.tokens(d)))
                .toArray(int[][]::new);

        double[] ratios = LogCountRatios.of(
                rows, train.positive(), grams.size(), golden.spec().smoothing());

        JsonNode expected = golden.node().required("ratios");
        assertThat(ratios).hasSize(expected.size());
        expected.fieldNames()
                .forEachRemaining(gram -> assertThat(ratios[number(gram, grams, train.texts())])
                        .as(gram)
                        .isCloseTo(expected.get(gram).doubleValue(), within(1e-12)));
    }

    /** A logit is a float, its sum a double: 1e-6 is rounding. */
    @ParameterizedTest
    @MethodSource("goldenCases")
    void logits_goldenCase_areScikitLearns(Golden golden) throws InterruptedException {
        NbSvm model = NbSvm.train(golden.spec(), golden.train(), Progress.SILENT);

        float[] logits = model.logits(golden.train().texts(), golden.scored());

        for (int i = 0; i < logits.length; i++) {
            assertThat((double) logits[i]).isCloseTo(golden.logits()[i], within(1e-6));
        }
        assertThat(model.parameters())
                .isEqualTo(golden.node().required("ratios").size() + 1L);
    }

    private static int number(String gram, NGrams grams, TokenizedTexts texts) {
        int[] types =
                Stream.of(gram.split(" ")).mapToInt(texts.types()::indexOf).toArray();
        return grams.ofLength(types.length, types)[0];
    }
}

package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.reelsense.evaluation.Golden.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link McNemar} and {@link PairedDifference}: two models on the same reviews. */
class PairedTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    static List<JsonNode> goldenCases() throws IOException {
        return Golden.cases("paired.json", 26);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void bothModels_goldenCase_givesTheNumbersOfTheReference(JsonNode golden) {
        Outcomes outcomes = Outcomes.of(
                golden.required("both").intValue(),
                golden.required("onlyA").intValue(),
                golden.required("onlyB").intValue(),
                golden.required("neither").intValue());

        McNemar test = McNemar.test(outcomes.a(), outcomes.b());
        PairedDifference difference = PairedDifference.of(outcomes.a(), outcomes.b(), number(golden, "confidence"));

        assertThat(test.onlyA()).isEqualTo(golden.required("onlyA").longValue());
        assertThat(test.onlyB()).isEqualTo(golden.required("onlyB").longValue());
        assertThat(test.p()).isCloseTo(number(golden, "mcnemarP"), CLOSE);
        assertThat(difference.difference()).isCloseTo(number(golden, "difference"), CLOSE);
        assertThat(difference.interval().low()).isCloseTo(number(golden, "low"), CLOSE);
        assertThat(difference.interval().high()).isCloseTo(number(golden, "high"), CLOSE);
    }

    /** A table with the interval that the R package contingencytables (Fagerland, Lydersen, Laake) prints for it. */
    @Test
    void difference_tableOfTheLiterature_givesThePrintedInterval() {
        Outcomes outcomes = Outcomes.of(59, 6, 16, 80);

        PairedDifference found = PairedDifference.of(outcomes.a(), outcomes.b());

        assertThat(found.difference()).isCloseTo(-0.0621, within(5e-5));
        assertThat(found.interval().low()).isCloseTo(-0.1186, within(5e-5));
        assertThat(found.interval().high()).isCloseTo(-0.0046, within(5e-5));
    }

    @Test
    void difference_modelsSwapped_isMirrored() {
        Outcomes outcomes = Outcomes.of(70, 13, 5, 12);

        PairedDifference ab = PairedDifference.of(outcomes.a(), outcomes.b());
        PairedDifference ba = PairedDifference.of(outcomes.b(), outcomes.a());

        assertThat(ba.difference()).isEqualTo(-ab.difference());
        assertThat(ba.interval().low()).isCloseTo(-ab.interval().high(), CLOSE);
        assertThat(ba.interval().high()).isCloseTo(-ab.interval().low(), CLOSE);
        assertThat(McNemar.test(outcomes.b(), outcomes.a()).p())
                .isEqualTo(McNemar.test(outcomes.a(), outcomes.b()).p());
    }

    /** 3,000 experiments: the standard error of the coverage is 0.4 points. */
    @Test
    void difference_repeatedDraws_coversTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(11);
        int covered = 0;
        for (int experiment = 0; experiment < 3000; experiment++) {
            Outcomes outcomes = Outcomes.draw(random, 300, 0.80, 0.10, 0.04);
            covered +=
                    PairedDifference.of(outcomes.a(), outcomes.b()).interval().contains(0.06) ? 1 : 0;
        }
        assertThat(covered / 3000.0).isBetween(0.935, 0.975);
    }

    /** An exact test is cautious: it rejects equal models in at most 5 % of experiments (and nearly so many here). */
    @Test
    void mcnemar_equalModels_rejectsNoMoreOftenThanItSays() {
        Random random = new Random(13);
        int rejected = 0;
        for (int experiment = 0; experiment < 3000; experiment++) {
            Outcomes outcomes = Outcomes.draw(random, 400, 0.5, 0.2, 0.2);
            rejected += McNemar.test(outcomes.a(), outcomes.b()).p() <= 0.05 ? 1 : 0;
        }
        assertThat(rejected / 3000.0).isBetween(0.02, 0.06);
    }

    @Test
    void mcnemar_modelsNeverDiffer_givesOne() {
        boolean[] outcomes = {true, false, true};

        assertThat(McNemar.test(outcomes, outcomes)).isEqualTo(new McNemar(0, 0, 1));
    }

    /** The normal approximation is good there: z = 2,000 / sqrt(2 x 10^6) = 1.414, two-sided p 0.157. */
    @Test
    void mcnemar_millionsOfDifferences_staysExactAndCheap() {
        assertThat(McNemar.test(1_001_000, 999_000).p()).isCloseTo(0.1574, within(2e-4));
    }

    @Test
    void twoModels_lengthsDiffer_areRefusedWithBothLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemar.test(new boolean[2], new boolean[3]))
                .withMessageContaining("2 outcomes of model A but 3 outcomes of model B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedDifference.of(new boolean[0], new boolean[0]))
                .withMessageContaining("at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedDifference.of(new boolean[1], new boolean[1], 95))
                .withMessageContaining("confidence is 95");
    }

    @Test
    void constructors_numbersOutOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new McNemar(-1, 0, 1))
                .withMessageContaining("onlyA is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new McNemar(1, 0, Double.NaN))
                .withMessageContaining("p is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedDifference(0.5, new Interval(0, 0.1)))
                .withMessageContaining("difference is 0.5");
    }

    /** Which reviews models A and B got right. */
    private record Outcomes(boolean[] a, boolean[] b) {

        static Outcomes of(int both, int onlyA, int onlyB, int neither) {
            int n = both + onlyA + onlyB + neither;
            boolean[] a = new boolean[n];
            boolean[] b = new boolean[n];
            Arrays.fill(a, 0, both + onlyA, true);
            Arrays.fill(b, 0, both, true);
            Arrays.fill(b, both + onlyA, both + onlyA + onlyB, true);
            return new Outcomes(a, b);
        }

        static Outcomes draw(Random random, int n, double both, double onlyA, double onlyB) {
            boolean[] a = new boolean[n];
            boolean[] b = new boolean[n];
            for (int i = 0; i < n; i++) {
                double draw = random.nextDouble();
                a[i] = draw < both + onlyA;
                b[i] = draw < both || draw >= both + onlyA && draw < both + onlyA + onlyB;
            }
            return new Outcomes(a, b);
        }
    }
}

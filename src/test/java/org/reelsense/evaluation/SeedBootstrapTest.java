package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.reelsense.evaluation.Golden.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedBootstrapTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    static List<JsonNode> goldenCases() throws IOException {
        return Golden.cases("seed-bootstrap.json", 4);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void of_goldenCase_givesTheNumbersOfNumPy(JsonNode golden) throws InterruptedException {
        SeedBootstrap bootstrap = SeedBootstrap.of(
                outcomes(golden),
                golden.required("seed").longValue(),
                golden.required("replicates").intValue());

        JsonNode models = golden.required("models");
        for (int i = 0; i < models.size(); i++) {
            MeanAccuracy accuracy = bootstrap.accuracy(i);
            assertThat(accuracy.accuracy()).isCloseTo(number(models.get(i), "mean"), CLOSE);
            assertInterval(accuracy.interval(), models.get(i));
        }
        for (JsonNode pair : golden.required("pairs")) {
            MeanDifference difference = bootstrap.difference(
                    pair.required("a").intValue(), pair.required("b").intValue());
            assertThat(difference.difference()).isCloseTo(number(pair, "difference"), CLOSE);
            assertInterval(difference.interval(), pair);
            assertThat(difference.p()).isCloseTo(number(pair, "p"), CLOSE);
        }
    }

    /** Other draws: an end has a standard error of 0.7 % of the width (0.0005), and is a multiple of 1/800. */
    @Test
    void difference_oneSeed_isCloseToTheBootstrapOfSciPy() throws IOException, InterruptedException {
        JsonNode golden = goldenCases().get(0);

        Interval found = SeedBootstrap.of(outcomes(golden), 2).difference(0, 1).interval();

        assertThat(found.low()).isCloseTo(number(golden.required("scipy"), "low"), within(0.003));
        assertThat(found.high()).isCloseTo(number(golden.required("scipy"), "high"), within(0.003));
    }

    @Test
    void of_oneSeedAndManyReviews_agreesWithTheFormulas() throws InterruptedException {
        List<boolean[][]> models = draw(new Random(4), 2, 1, 20_000, 0.9, 0);

        SeedBootstrap bootstrap = SeedBootstrap.of(models, 1);

        boolean[] a = models.get(0)[0];
        boolean[] b = models.get(1)[0];
        PairedDifference formula = PairedDifference.of(a, b);
        assertClose(bootstrap.accuracy(0).interval(), proportion(a).wilson(0.95), 3e-4);
        assertClose(bootstrap.difference(0, 1).interval(), formula.interval(), 3e-4);
        assertThat(bootstrap.accuracy(0).accuracy()).isEqualTo(proportion(a).value());
        assertThat(bootstrap.difference(0, 1).difference()).isCloseTo(formula.difference(), CLOSE);
    }

    /** Means of two seeds are 0, 1/2 or 1, with chances of 1/4, 1/2 and 1/4, whatever the reviews. */
    @Test
    void accuracy_oneSeedAllRightAndOneAllWrong_isAnything() throws InterruptedException {
        boolean[] right = new boolean[50];
        Arrays.fill(right, true);

        SeedBootstrap bootstrap = SeedBootstrap.of(List.<boolean[][]>of(new boolean[][] {right, new boolean[50]}), 1);

        assertThat(bootstrap.accuracy(0)).isEqualTo(new MeanAccuracy(0.5, new Interval(0, 1)));
    }

    @Test
    void accuracy_seedsThatDifferMore_haveAWiderInterval() throws InterruptedException {
        double[] widths = new double[3];
        for (int i = 0; i < 3; i++) {
            List<boolean[][]> model = draw(new Random(5), 1, 5, 2000, 0.85, 0.04 * i);
            widths[i] = width(SeedBootstrap.of(model, 1, 1999).accuracy(0).interval());
        }

        assertThat(widths).isSorted();
        assertThat(widths[2]).isGreaterThan(1.5 * widths[0]);
    }

    /** Both models lose the same at the same seed, which says nothing of their difference. */
    @Test
    void difference_seedsThatBothModelsFeel_cancel() throws InterruptedException {
        List<boolean[][]> models = draw(new Random(6), 2, 4, 2000, 0.85, 0);
        for (boolean[][] model : models) {
            Arrays.fill(model[0], 0, 1000, false);
        }

        SeedBootstrap bootstrap = SeedBootstrap.of(models, 1, 1999);

        assertThat(width(bootstrap.accuracy(0).interval())).isGreaterThan(0.2);
        assertThat(width(bootstrap.difference(0, 1).interval())).isLessThan(0.05);
    }

    @Test
    void difference_identicalModels_isZeroWithPOne() throws InterruptedException {
        boolean[][] model = draw(new Random(7), 1, 3, 100, 0.8, 0.05).get(0);

        assertThat(SeedBootstrap.of(List.of(model, model.clone()), 1, 399).difference(0, 1))
                .isEqualTo(new MeanDifference(0, new Interval(0, 0), 1));
    }

    @Test
    void difference_oneModelAlwaysRight_hasTheSmallestPAndNotZero() throws InterruptedException {
        boolean[][] right = new boolean[2][30];
        for (boolean[] seed : right) {
            Arrays.fill(seed, true);
        }

        MeanDifference difference =
                SeedBootstrap.of(List.of(right, new boolean[2][30]), 1, 999).difference(0, 1);

        assertThat(difference).isEqualTo(new MeanDifference(1, new Interval(1, 1), 0.002));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void difference_modelsSwapped_isMirroredToTheBit(long seed) throws InterruptedException {
        SeedBootstrap bootstrap = SeedBootstrap.of(draw(new Random(seed), 2, 3, 200, 0.8, 0.02), seed, 999);

        MeanDifference ab = bootstrap.difference(0, 1);
        MeanDifference ba = bootstrap.difference(1, 0);

        assertThat(ba.difference()).isEqualTo(-ab.difference());
        assertThat(ba.interval().low()).isEqualTo(0 - ab.interval().high());
        assertThat(ba.interval().high()).isEqualTo(0 - ab.interval().low());
        assertThat(ba.p()).isEqualTo(ab.p());
    }

    /** The second model is worse by about two standard errors, so that 0 is now inside and now outside. */
    @Test
    void difference_anyModels_hasSmallPExactlyIfZeroLiesOutside() throws InterruptedException {
        int outside = 0;
        for (int i = 0; i < 400; i++) {
            Random random = new Random(i);
            boolean[][] better = draw(random, 1, 2, 60, 0.9, 0).get(0);
            boolean[][] worse = draw(random, 1, 2, 60, 0.75, 0).get(0);
            MeanDifference difference =
                    SeedBootstrap.of(List.of(better, worse), i, 199).difference(0, 1);
            boolean zeroOutside = !difference.interval().contains(0);
            assertThat(difference.p() <= 0.05).isEqualTo(zeroOutside);
            outside += zeroOutside ? 1 : 0;
        }
        assertThat(outside).isBetween(50, 350);
    }

    @Test
    void accuracy_whoeverElseIsCompared_staysTheSameToTheBit() throws InterruptedException {
        List<boolean[][]> models = draw(new Random(8), 30, 3, 100, 0.8, 0.05);
        List<boolean[][]> reversed = new ArrayList<>(models);
        Collections.reverse(reversed);

        SeedBootstrap all = SeedBootstrap.of(models, 1, 399);

        assertThat(SeedBootstrap.of(models.subList(29, 30), 1, 399).accuracy(0)).isEqualTo(all.accuracy(29));
        assertThat(SeedBootstrap.of(reversed, 1, 399).difference(28, 0)).isEqualTo(all.difference(1, 29));
    }

    @Test
    void of_reviewsInAnotherOrder_isAnotherDrawOfTheSame() throws InterruptedException {
        List<boolean[][]> models = draw(new Random(9), 2, 3, 2000, 0.9, 0.01);
        List<boolean[][]> reversed = models.stream()
                .map(model ->
                        Arrays.stream(model).map(SeedBootstrapTest::reversed).toArray(boolean[][]::new))
                .toList();

        MeanDifference difference = SeedBootstrap.of(models, 1).difference(0, 1);
        MeanDifference other = SeedBootstrap.of(reversed, 1).difference(0, 1);

        assertThat(other.difference()).isEqualTo(difference.difference());
        assertClose(other.interval(), difference.interval(), 0.05 * width(difference.interval()));
    }

    /** 600 experiments with a true difference of 0.06: the standard error of the coverage is 0.9 points. */
    @Test
    void difference_repeatedReviews_coversTheTruthAboutAsOftenAsItSays() throws InterruptedException {
        Random random = new Random(11);
        int covered = 0;
        for (int experiment = 0; experiment < 600; experiment++) {
            boolean[][] a = new boolean[1][300];
            boolean[][] b = new boolean[1][300];
            for (int i = 0; i < 300; i++) {
                double draw = random.nextDouble();
                a[0][i] = draw < 0.9;
                b[0][i] = draw < 0.8 || draw >= 0.9 && draw < 0.94;
            }
            MeanDifference found =
                    SeedBootstrap.of(List.of(a, b), experiment, 399).difference(0, 1);
            covered += found.interval().contains(0.06) ? 1 : 0;
        }
        assertThat(covered / 600.0).isBetween(0.92, 0.98);
    }

    @Test
    void of_badShapes_areRefusedByPlace() {
        assertRefused("no models");
        assertRefused("model 0 has no seeds", new boolean[0][]);
        assertRefused("model 0, seed 0 has no outcomes", new boolean[2][0]);
        assertRefused("model 0 has 2 seeds but model 1 has 3", new boolean[2][4], new boolean[3][4]);
        assertRefused("model 0, seed 0 has 4 outcomes but model 1, seed 0 has 5", new boolean[1][4], new boolean[1][5]);
        assertRefused(
                "model 0, seed 0 has 4 outcomes but model 0, seed 1 has 3",
                new boolean[][] {new boolean[4], new boolean[3]});
    }

    @Test
    void of_interrupted_stops() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> SeedBootstrap.of(List.<boolean[][]>of(new boolean[1][10]), 1));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void results_numbersOutOfRange_areRefused() {
        Interval any = new Interval(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanAccuracy(1.5, any))
                .withMessageContaining("accuracy is 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanDifference(Double.NaN, any, 1))
                .withMessageContaining("difference is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanDifference(0, any, 0))
                .withMessageContaining("p is 0.0");
    }

    private static void assertRefused(String message, boolean[][]... models) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeedBootstrap.of(List.of(models), 1))
                .withMessageContaining(message);
    }

    private static List<boolean[][]> outcomes(JsonNode golden) {
        List<boolean[][]> models = new ArrayList<>();
        for (JsonNode model : golden.required("correct")) {
            boolean[][] seeds = new boolean[model.size()][];
            for (int seed = 0; seed < seeds.length; seed++) {
                String digits = model.get(seed).textValue();
                seeds[seed] = new boolean[digits.length()];
                for (int i = 0; i < digits.length(); i++) {
                    seeds[seed][i] = digits.charAt(i) == '1';
                }
            }
            models.add(seeds);
        }
        return models;
    }

    /** Models of one mean accuracy whose seeds lie up to {@code spread} above or below it, evenly. */
    private static List<boolean[][]> draw(
            Random random, int models, int seeds, int reviews, double accuracy, double spread) {
        List<boolean[][]> drawn = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            boolean[][] correct = new boolean[seeds][reviews];
            for (int seed = 0; seed < seeds; seed++) {
                double ofSeed = accuracy + (seeds == 1 ? 0 : spread * (2.0 * seed / (seeds - 1) - 1));
                for (int review = 0; review < reviews; review++) {
                    correct[seed][review] = random.nextDouble() < ofSeed;
                }
            }
            drawn.add(correct);
        }
        return drawn;
    }

    private static boolean[] reversed(boolean[] values) {
        boolean[] reversed = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    private static Proportion proportion(boolean[] correct) {
        int right = 0;
        for (boolean one : correct) {
            right += one ? 1 : 0;
        }
        return new Proportion(right, correct.length);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    private static void assertInterval(Interval found, JsonNode golden) {
        assertThat(found.low()).isCloseTo(number(golden, "low"), CLOSE);
        assertThat(found.high()).isCloseTo(number(golden, "high"), CLOSE);
    }

    private static void assertClose(Interval found, Interval expected, double tolerance) {
        assertThat(found.low()).isCloseTo(expected.low(), within(tolerance));
        assertThat(found.high()).isCloseTo(expected.high(), within(tolerance));
    }
}

package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.reelsense.evaluation.Golden.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankTestsTest {

    private static final double[] TEN =
            DoubleStream.iterate(1, x -> x + 1).limit(10).toArray();

    static List<JsonNode> goldenCases() throws IOException {
        return Golden.cases("rank-tests.json", 20);
    }

    static List<JsonNode> pairedCases() throws IOException {
        return goldenCases().stream().filter(golden -> golden.has("wilcoxon")).toList();
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void mannWhitney_goldenCase_isThatOfSciPy(JsonNode golden) {
        MannWhitney test = MannWhitney.test(numbers(golden, "a"), numbers(golden, "b"));

        assertThat(test.u()).isEqualTo(number(golden, "u"));
        assertThat(test.p()).isCloseTo(number(golden, "uP"), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("pairedCases")
    void wilcoxon_goldenCase_isThatOfSciPy(JsonNode golden) {
        WilcoxonSignedRank test = WilcoxonSignedRank.test(numbers(golden, "a"), numbers(golden, "b"));

        assertThat(Math.min(test.positive(), test.negative()))
                .isEqualTo(number(golden.required("wilcoxon"), "smaller"));
        assertThat(test.p()).isCloseTo(number(golden.required("wilcoxon"), "p"), within(1e-12));
    }

    /** As the source article has it: U = 0 or 100 and p = 0.000183. */
    @Test
    void mannWhitney_tenAgainstTenApart_isThatOfTheArticle() {
        double[] larger = plus(TEN, 10);

        assertThat(MannWhitney.test(TEN, larger).u()).isZero();
        assertThat(MannWhitney.test(larger, TEN).u()).isEqualTo(100);
        assertThat(MannWhitney.test(TEN, larger).p()).isCloseTo(0.00018267, within(5e-9));
        assertThat(MannWhitney.test(larger, TEN).p())
                .isEqualTo(MannWhitney.test(TEN, larger).p());
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void mannWhitney_listsSwapped_givesTheOtherPairsAndTheSameP(JsonNode golden) {
        MannWhitney one = MannWhitney.test(numbers(golden, "a"), numbers(golden, "b"));
        MannWhitney other = MannWhitney.test(numbers(golden, "b"), numbers(golden, "a"));

        assertThat(one.u() + other.u()).isEqualTo(one.pairs());
        assertThat(other.p()).isCloseTo(one.p(), within(1e-12));
    }

    /** 2 of 2^10 ways to sign the ranks are as one-sided as this. */
    @Test
    void wilcoxon_tenPairsToOneSide_isTheExactShare() {
        WilcoxonSignedRank test = WilcoxonSignedRank.test(
                TEN, DoubleStream.of(TEN).map(x -> 2 * x).toArray());

        assertThat(test.negative()).isEqualTo(55);
        assertThat(test.positive()).isZero();
        assertThat(test.p()).isEqualTo(2 / 1024.0);
    }

    @Test
    void wilcoxon_equalNumbers_areDroppedAndCounted() {
        WilcoxonSignedRank some = WilcoxonSignedRank.test(new double[] {1, 2, 3}, new double[] {1, 5, 2});
        WilcoxonSignedRank none = WilcoxonSignedRank.test(TEN, TEN);

        assertThat(some.pairs()).isEqualTo(2);
        assertThat(some.zeros()).isEqualTo(1);
        assertThat(none).isEqualTo(new WilcoxonSignedRank(0, 10, 0, 0, 1));
    }

    @Test
    void tests_oneNumberEach_sayNothing() {
        assertThat(MannWhitney.test(new double[] {1}, new double[] {2}).p()).isEqualTo(1);
        assertThat(WilcoxonSignedRank.test(new double[] {1}, new double[] {2}).p())
                .isEqualTo(1);
    }

    @Test
    void tests_badNumbers_areRefusedByPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.test(new double[0], TEN))
                .withMessageContaining("no numbers of a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.test(TEN, new double[] {1, Double.NaN}))
                .withMessageContaining("number 1 of b is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WilcoxonSignedRank.test(TEN, new double[] {1}))
                .withMessageContaining("10 numbers of a but 1 of b");
    }

    private static double[] numbers(JsonNode golden, String name) {
        return StreamSupport.stream(golden.required(name).spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static double[] plus(double[] numbers, double shift) {
        return DoubleStream.of(numbers).map(x -> x + shift).toArray();
    }
}

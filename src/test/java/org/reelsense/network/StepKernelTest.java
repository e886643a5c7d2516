package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps with a table of input products against oneDNN's recurrent primitives, which PyTorch's golden numbers are held to. */
class StepKernelTest {

    private static final int[] LENGTHS = {1, 2, 3, 7, 8, 9, 12, 13, 16, 17, 25, 31, 40, 5, 5, 1, 60, 4, 11, 90, 300};

    /** A probability moves by a quarter of what its logit does. */
    private static final double TOLERANCE = 1e-6;

    static Stream<Arguments> sizes() {
        int[][] sizes = {{1, 1}, {3, 1}, {10, 7}, {33, 17}, {16, 32}, {64, 65}, {128, 128}};
        return Stream.of(Cell.values())
                .flatMap(cell -> Stream.of(sizes).map(size -> Arguments.of(cell, size[0], size[1])));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void encode_anySize_isWhatTheFusedPrimitivesGive(Cell cell, int embeddingSize, int hiddenSize) {
        for (int pieceLength : new int[] {1, 12, 500}) {
            Weights weights = Samples.weights(Samples.spec(cell, true, embeddingSize, hiddenSize, pieceLength), 1);
            List<int[]> documents = Samples.documents(4, LENGTHS);

            Close.assertClose("features", steps(weights, documents), fused(weights, documents), TOLERANCE);
        }
    }

    /** The first words have a place in the table, the last have none, and a review has both. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void encode_rareWordsAmongFrequent_isWhatTheFusedPrimitivesGive(Cell cell) {
        NetworkSpec spec = new NetworkSpec(cell, true, 6_001, 5, 1_024, 12);
        InputTable table = new InputTable(spec);
        assertThat(table.words()).isBetween(InputTable.BLOCK, 6_001 - 1_000);
        SplittableRandom random = new SplittableRandom(2);
        Weights weights = Weights.initial(spec, Samples.uniform(random, 6_001 * 5), 1);
        List<int[]> documents = IntStream.of(1, 3, 90, 40)
                .mapToObj(n -> random.ints(n, 0, 6_001).toArray())
                .toList();

        Close.assertClose("features", steps(weights, documents), fused(weights, documents), TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void encode_vocabularyOfOneWord_isWhatTheFusedPrimitivesGive(Cell cell) {
        NetworkSpec spec = new NetworkSpec(cell, false, 1, 5, 6, 12);
        Weights weights = Weights.initial(spec, new float[] {1, -2, 3, 0, 1}, 1);
        List<int[]> documents = List.of(new int[1], new int[30]);

        Close.assertClose("features", steps(weights, documents), fused(weights, documents), TOLERANCE);
    }

    /** Gates at their ends, and products near the largest float. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void encode_hugeWeights_isWhatTheFusedPrimitivesGive(Cell cell) {
        for (float scale : new float[] {30, 1e4f, 1e18f, 1e36f}) {
            Weights weights = Samples.weights(Samples.spec(cell), 1);
            float[] dense = weights.dense().clone();
            for (int i = 0; i < dense.length; i++) {
                dense[i] *= scale;
            }
            Weights huge = new Weights(weights.spec(), weights.embedding(), dense);
            List<int[]> documents = Samples.documents(4, 1, 5, 40);

            float[] expected = fused(huge, documents);
            float[] actual = steps(huge, documents);
            for (int i = 0; i < expected.length; i++) {
                assertThat(Float.isNaN(expected[i]) || !Float.isNaN(actual[i])).isTrue();
            }
            if (scale < 1e18f) {
                Close.assertClose("features", actual, expected, 1e-4);
            }
        }
    }

    /** Who fills a block, and what was looked up before, changes no bit. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void encode_tableFilledByOthers_sameBits(Cell cell) {
        NetworkSpec spec = new NetworkSpec(cell, true, 400, 33, 17, 12);
        Weights weights = Weights.initial(spec, Samples.uniform(new SplittableRandom(3), 400 * 33), 1);
        SplittableRandom random = new SplittableRandom(4);
        List<int[]> others = List.of(
                random.ints(300, 0, 400).toArray(), random.ints(7, 0, 400).toArray());
        List<int[]> documents = List.of(random.ints(50, 0, 400).toArray());
        InputTable shared = new InputTable(spec);
        steps(weights, shared, others);

        assertThat(steps(weights, shared, documents)).isEqualTo(steps(weights, documents));
    }

    /** A word's product stands in the table or is computed where it occurs: both ways have the same bits on this machine. */
    @ParameterizedTest
    @MethodSource("sizes")
    void compute_wordsInAnyCompany_sameBits(Cell cell, int embeddingSize, int hiddenSize) {
        NetworkSpec spec = Samples.spec(cell, true, embeddingSize, hiddenSize, 12);
        Weights weights = Samples.weights(spec, 1);
        try (OneDnn oneDnn = new OneDnn();
                StepWeights packed = new StepWeights(oneDnn, spec);
                InputProducts products = new InputProducts(oneDnn, spec, packed)) {
            packed.load(weights.dense(), ParameterLayout.of(spec).direction(1));
            products.load();
            float[] block = new float[products.size()];
            float[] alone = new float[products.size()];
            products.compute(weights.embedding(), IntStream.range(0, 16).toArray(), 0, 16, block);
            for (int id = 0; id < 16; id++) {
                products.compute(weights.embedding(), new int[] {9, id}, 1, 1, alone);
                int size = block.length / InputTable.BLOCK;
                Close.assertClose(
                        "word " + id,
                        Arrays.copyOf(alone, size),
                        Arrays.copyOfRange(block, id * size, (id + 1) * size),
                        TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void load_otherWeights_nothingOfTheFirstIsLeft(Cell cell) {
        NetworkSpec spec = Samples.spec(cell);
        Weights first = Samples.weights(spec, 1);
        Weights second = Samples.weights(spec, 2);
        List<int[]> documents = Samples.documents(4, LENGTHS);
        try (ClassifierNetwork network = new ClassifierNetwork(first, false)) {
            network.logits(documents);
            network.load(second.parameters());

            assertThat(network.logits(documents)).isEqualTo(Samples.logits(second, documents));
        }
    }

    /** The table was made from what the arrays held before. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void load_sameArraysChanged_nothingOfBeforeIsLeft(Cell cell) {
        NetworkSpec spec = Samples.spec(cell);
        Weights changing = Samples.weights(spec, 1).copy();
        Parameters parameters = changing.parameters();
        Weights second = Samples.weights(spec, 2);
        List<int[]> documents = Samples.documents(4, LENGTHS);
        try (ClassifierNetwork network = new ClassifierNetwork(changing, false)) {
            network.load(parameters);
            network.logits(documents);
            System.arraycopy(second.dense(), 0, parameters.dense(), 0, second.dense().length);
            System.arraycopy(second.embedding(), 0, parameters.embedding(), 0, second.embedding().length);
            network.load(parameters);

            assertThat(network.logits(documents)).isEqualTo(Samples.logits(second, documents));
        }
    }

    private static float[] steps(Weights weights, List<int[]> documents) {
        return steps(weights, new InputTable(weights.spec()), documents);
    }

    private static float[] steps(Weights weights, InputTable table, List<int[]> documents) {
        try (OneDnn oneDnn = new OneDnn()) {
            return encode(weights.spec(), documents, direction -> new StepKernel(oneDnn, weights, table, direction));
        }
    }

    private static float[] fused(Weights weights, List<int[]> documents) {
        try (OneDnn oneDnn = new OneDnn()) {
            return encode(weights.spec(), documents, direction -> new FusedKernel(oneDnn, weights, direction));
        }
    }

    /** [documents, 2*D*H] */
    private static float[] encode(NetworkSpec spec, List<int[]> documents, IntFunction<ScoringKernel> kernel) {
        List<ScoringKernel> kernels =
                IntStream.range(0, spec.directions()).mapToObj(kernel).toList();
        RowMatrix pooled = new ReviewEncoder(spec, kernels, PiecePasses.MOST_ROWS).encode(documents);
        kernels.forEach(ScoringKernel::close);
        return Arrays.copyOf(pooled.values(), documents.size() * spec.pooledSize());
    }
}

package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterNetwork;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.Gradients;
import org.reelsense.network.KerasInitializer;
import org.reelsense.network.Parameters;

class WindowObjectiveTest {

    private static final ForecasterSpec SPEC = new ForecasterSpec(Cell.GRU, 5, 3, 2);
    private static final Windows WINDOWS = windows(23);

    private static Windows windows(int count) {
        double[] series = IntStream.range(0, count + 10)
                .mapToDouble(i -> 0.5 + 0.4 * Math.sin(i))
                .toArray();
        return Windows.train(series, new Windowing(5, 2, 5));
    }

    private static WindowObjective objective(long seed) {
        return new WindowObjective(SPEC, WINDOWS, 8, 2, seed);
    }

    private static List<Integer> order(WindowObjective objective, int epoch) {
        return objective.batches(epoch).stream()
                .flatMap(batch -> Arrays.stream(batch).boxed())
                .toList();
    }

    @Test
    void batches_anyEpoch_holdEachWindowOnce() {
        for (int epoch = 1; epoch < 20; epoch++) {
            assertThat(objective(7).batches(epoch))
                    .extracting(batch -> batch.length)
                    .containsExactly(8, 8, 7);
            assertThat(order(objective(7), epoch))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 23).boxed().toList());
        }
    }

    @Test
    void batches_otherEpochOrSeed_areInAnotherOrder() {
        assertThat(order(objective(7), 1)).isEqualTo(order(objective(7), 1));
        assertThat(Stream.of(
                                order(objective(7), 1),
                                order(objective(7), 2),
                                order(objective(8), 1),
                                order(objective(-7), 1))
                        .distinct())
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"8, 4 4", "7, 4 3", "2, 1 1", "1, 1"})
    void shards_ofABatch_areItsHalvesInOrder(int size, String sizes) {
        int[] batch = IntStream.range(100, 100 + size).toArray();

        List<int[]> shards = objective(1).shards(batch);

        assertThat(shards.stream().map(shard -> String.valueOf(shard.length)).toList())
                .isEqualTo(List.of(sizes.split(" ")));
        assertThat(shards.stream().flatMapToInt(Arrays::stream).toArray()).containsExactly(batch);
    }

    /** The shards' gradients add up to the batch's. */
    @Test
    void train_inShards_addsUpToTheBatch() {
        WindowObjective objective = objective(1);
        Parameters weights = KerasInitializer.initial(SPEC, 1);
        int[] batch = objective.batches(1).get(0);
        Gradients together = Gradients.zero(weights);
        Gradients inParts = Gradients.zero(weights);
        try (ForecasterNetwork network = objective.open(weights)) {
            double loss = objective.train(network, batch, batch.length, 1, together);
            double sum = 0;
            for (int[] shard : objective.shards(batch)) {
                sum += objective.train(network, shard, batch.length, 2, inParts);
            }
            assertThat(sum).isCloseTo(loss, within(1e-9)).isPositive();
        }
        for (int i = 0; i < together.dense().length; i++) {
            assertThat(inParts.dense()[i]).isCloseTo(together.dense()[i], within(1e-6f));
        }
    }

    @Test
    void identity_namesTheNetwork() {
        assertThat(objective(1).identity())
                .containsExactly(
                        entry("cell", "gru"),
                        entry("window", "5"),
                        entry("hiddenSize", "3"),
                        entry("horizon", "2"),
                        entry("normalisation", "none"));
    }

    @Test
    void judge_nothingToChooseBy_isEmpty() {
        assertThat(objective(1).judge(KerasInitializer.initial(SPEC, 1))).isEmpty();
        assertThat(objective(1).isSilent()).isTrue();
        assertThat(objective(1).unit()).isEqualTo("windows");
        assertThat(objective(1).size()).isEqualTo(23);
    }
}

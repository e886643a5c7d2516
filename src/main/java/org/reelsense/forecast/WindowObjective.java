package org.reelsense.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.network.ForecasterNetwork;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.Gradients;
import org.reelsense.network.Parameters;
import org.reelsense.training.DevScores;
import org.reelsense.training.EpochRecord;
import org.reelsense.training.Objective;

/** To forecast what follows a window: the mean squared error on the scaled axis. Nothing is chosen on a dev set. */
final class WindowObjective implements Objective<ForecasterNetwork> {

    private final ForecasterSpec spec;
    private final int batchSize;
    private final int shards;
    private final long seed;
    private final List<float[]> inputs;
    private final List<float[]> targets;

    /**
     * To learn from these windows.
     *
     * @param shards parts a batch is cut into, for as many threads
     * @param seed of the order of the windows
     */
    WindowObjective(ForecasterSpec spec, Windows train, int batchSize, int shards, long seed) {
        this.spec = spec;
        this.batchSize = batchSize;
        this.shards = shards;
        this.seed = seed;
        inputs = floats(train.inputs());
        targets = floats(train.targets());
    }

    /** As the network takes them. */
    static List<float[]> floats(double[][] rows) {
        return Stream.of(rows).map(WindowObjective::floats).toList();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @Override
    public Map<String, String> identity() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("cell", spec.cell().id());
        fields.put("window", Integer.toString(spec.window()));
        fields.put("hiddenSize", Integer.toString(spec.hiddenSize()));
        fields.put("horizon", Integer.toString(spec.horizon()));
        fields.put("normalisation", spec.normalisation().id());
        return fields;
    }

    @Override
    public String unit() {
        return "windows";
    }

    @Override
    public int size() {
        return inputs.size();
    }

    /** Shuffled anew for each epoch; the last batch holds what is left. */
    @Override
    public List<int[]> batches(int epoch) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, inputs.size()).boxed().toList());
        Collections.shuffle(order, new Random(1_000_003 * seed + epoch));
        int[] numbers = order.stream().mapToInt(Integer::intValue).toArray();
        return parts(numbers, batchSize);
    }

    @Override
    public List<int[]> shards(int[] batch) {
        return parts(batch, (batch.length - 1) / shards + 1);
    }

    private static List<int[]> parts(int[] numbers, int size) {
        List<int[]> parts = new ArrayList<>();
        for (int begin = 0; begin < numbers.length; begin += size) {
            parts.add(Arrays.copyOfRange(numbers, begin, Math.min(begin + size, numbers.length)));
        }
        return parts;
    }

    @Override
    public ForecasterNetwork open(Parameters weights) {
        return new ForecasterNetwork(spec, weights, true);
    }

    @Override
    public double train(ForecasterNetwork network, int[] examples, int batchSize, long seed, Gradients gradients) {
        return network.train(chosen(inputs, examples), chosen(targets, examples), batchSize, gradients);
    }

    private static List<float[]> chosen(List<float[]> rows, int[] numbers) {
        return IntStream.of(numbers).mapToObj(rows::get).toList();
    }

    @Override
    public Optional<DevScores> judge(Parameters weights) {
        return Optional.empty();
    }

    /** Two hundred epochs are too many lines; the record has the losses. */
    @Override
    public Optional<String> line(EpochRecord epoch) {
        return Optional.empty();
    }

    @Override
    public boolean isSilent() {
        return true;
    }
}

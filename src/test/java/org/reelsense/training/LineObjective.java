package org.reelsense.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.reelsense.network.Gradients;
import org.reelsense.network.Parameters;
import org.reelsense.network.TrainableNetwork;

/**
 * Another thing to learn than texts or series: the slopes and the constant of a plane, from points on it. Weights are
 * {@code [slope..., constant]}; the loss is the squared error.
 */
class LineObjective implements Objective<LineObjective.Plane> {

    static final float[] SLOPES = {0.5f, -2, 1.25f};
    static final float CONSTANT = 0.75f;
    static final int POINTS = 22;
    static final int BATCH = 6;
    static final int BATCHES = 4;

    private final List<float[]> points = new ArrayList<>();
    private final boolean silent;

    /** The network: a row of numbers. */
    static final class Plane implements TrainableNetwork {

        private float[] weights;

        private Plane(Parameters weights) {
            this.weights = weights.dense().clone();
        }

        @Override
        public void load(Parameters changed) {
            weights = changed.dense().clone();
        }

        private double error(float[] point) {
            return value(weights, point) - value(point);
        }

        @Override
        public void close() {}
    }

    LineObjective(boolean silent) {
        this.silent = silent;
        Random random = new Random(5);
        for (int i = 0; i < POINTS; i++) {
            points.add(new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()});
        }
    }

    /** Where to start. */
    static Parameters flat() {
        return Parameters.ofDense(new float[SLOPES.length + 1]);
    }

    /** Of the true plane. */
    private static double value(float[] point) {
        float[] truth = Arrays.copyOf(SLOPES, SLOPES.length + 1);
        truth[SLOPES.length] = CONSTANT;
        return value(truth, point);
    }

    private static double value(float[] weights, float[] point) {
        double value = weights[point.length];
        for (int i = 0; i < point.length; i++) {
            value += weights[i] * point[i];
        }
        return value;
    }

    @Override
    public Map<String, String> identity() {
        return Map.of("slopes", Integer.toString(SLOPES.length));
    }

    @Override
    public String unit() {
        return "points";
    }

    @Override
    public int size() {
        return POINTS;
    }

    @Override
    public List<int[]> batches(int epoch) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, POINTS).boxed().toList());
        Collections.shuffle(order, new Random(epoch));
        return cut(order.stream().mapToInt(Integer::intValue).toArray(), BATCH);
    }

    @Override
    public List<int[]> shards(int[] batch) {
        return cut(batch, 2);
    }

    private static List<int[]> cut(int[] numbers, int size) {
        return IntStream.iterate(0, begin -> begin < numbers.length, begin -> begin + size)
                .mapToObj(begin -> Arrays.copyOfRange(numbers, begin, Math.min(begin + size, numbers.length)))
                .toList();
    }

    @Override
    public Plane open(Parameters weights) {
        return new Plane(weights);
    }

    @Override
    public double train(Plane network, int[] examples, int batchSize, long seed, Gradients gradients) {
        double loss = 0;
        for (int example : examples) {
            float[] point = points.get(example);
            double error = network.error(point);
            float slope = (float) (2 * error / batchSize);
            for (int i = 0; i < point.length; i++) {
                gradients.dense()[i] += slope * point[i];
            }
            gradients.dense()[point.length] += slope;
            loss += error * error;
        }
        return loss;
    }

    @Override
    public Optional<DevScores> judge(Parameters weights) {
        return Optional.empty();
    }

    @Override
    public Optional<String> line(EpochRecord epoch) {
        return silent ? Optional.empty() : Optional.of("epoch " + epoch.epoch());
    }

    @Override
    public boolean isSilent() {
        return silent;
    }
}

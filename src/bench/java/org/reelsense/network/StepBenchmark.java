package org.reelsense.network;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The parts of a training step one by one, on one thread: 8 reviews of 256 tokens in pieces of 64, so 32 rows of 64
 * steps, one group of a shard, E = H = 128. Stands in this package to reach them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark {

    private static final int REVIEWS = 8;
    private static final int TOKENS = 256;
    private static final int PIECE = 64;
    private static final int UNITS = 128;
    private static final int VOCABULARY = 39_000;

    @Param({"lstm", "gru", "rnn"})
    public String cell = "lstm";

    private final Random random = new Random(1);
    private final OneDnn oneDnn = new OneDnn();
    private final RowMatrix tokens = new RowMatrix(UNITS);
    private final RowMatrix tokenGradients = new RowMatrix(UNITS);
    private final RowMatrix pooledGradients = new RowMatrix(4 * UNITS);
    private final Pooling pooling = new Pooling(2, UNITS);
    private final SparseRows sparse = new SparseRows(VOCABULARY, UNITS);
    private final List<int[]> reviews = IntStream.range(0, REVIEWS)
            .mapToObj(review -> random.ints(TOKENS, 0, VOCABULARY).toArray())
            .toList();
    private final ReviewGroup group = ReviewGroup.whole(reviews, PIECE);
    private final boolean[] positive = new boolean[REVIEWS];
    private BidirectionalEncoder encoder = encoder(Cell.LSTM);
    private ClassifierNetwork network = network(Cell.LSTM);
    private Gradients gradients = Gradients.zero(spec(Cell.LSTM));

    private static NetworkSpec spec(Cell cell) {
        return new NetworkSpec(cell, true, VOCABULARY, UNITS, UNITS, PIECE);
    }

    private BidirectionalEncoder encoder(Cell of) {
        BidirectionalEncoder made = new BidirectionalEncoder(oneDnn, spec(of), true);
        made.load(weights(of).dense());
        return made;
    }

    private ClassifierNetwork network(Cell of) {
        return new ClassifierNetwork(weights(of), true);
    }

    private Weights weights(Cell of) {
        return Weights.initial(spec(of), new float[VOCABULARY * UNITS], 1);
    }

    /** Opens the cell's network and leaves finite numbers everywhere. */
    @Setup
    public void open() {
        Cell of = Cell.ofId(cell);
        close();
        encoder = encoder(of);
        network = network(of);
        gradients = Gradients.zero(spec(of));
        for (RowMatrix rows : List.of(tokens, tokenGradients)) {
            rows.ensureRows(group.shape().rows());
            fill(rows);
        }
        pooledGradients.ensureRows(REVIEWS);
        fill(pooledGradients);
        recurrentForward();
        poolingForward();
        poolingBackward();
    }

    private void fill(RowMatrix rows) {
        float[] values = rows.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        Arrays.fill(positive, 0, REVIEWS / 2, true);
    }

    @TearDown
    public void close() {
        encoder.close();
        network.close();
    }

    /** Both directions' recurrent layers, rows to features in the kernels' memory. */
    @Benchmark
    public RowMatrix recurrentForward() {
        encoder.forward(group, tokens);
        return tokens;
    }

    /** And back through the last forward pass. */
    @Benchmark
    public RowMatrix recurrentBackward() {
        encoder.backward(group, tokenGradients);
        return tokenGradients;
    }

    /** Max and mean. */
    @Benchmark
    public RowMatrix poolingForward() {
        for (int direction = 0; direction < 2; direction++) {
            pooling.forward(group, direction, encoder.kernels().get(direction).output());
        }
        return pooling.pooled();
    }

    /** And back. */
    @Benchmark
    public RowMatrix poolingBackward() {
        for (int direction = 0; direction < 2; direction++) {
            NativeFloats gradients = encoder.kernels().get(direction).outputGradient();
            pooling.backward(group, direction, pooledGradients, gradients);
        }
        return pooledGradients;
    }

    /** The tokens' gradients to sparse rows. */
    @Benchmark
    public SparseRows scatter() {
        sparse.clear();
        group.forEachToken((d, position, row) ->
                sparse.add(group.id(d, position), tokenGradients.values(), tokenGradients.offset(row)));
        return sparse;
    }

    /** All of a shard, from ids to gradients. */
    @Benchmark
    public double wholeShard() {
        gradients.clear();
        return network.train(reviews, positive, REVIEWS, Regularisation.NONE, 0, gradients);
    }
}

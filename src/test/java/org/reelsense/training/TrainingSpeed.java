package org.reelsense.training;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.network.Cell;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Regularisation;
import org.reelsense.network.TrainingKernels;
import org.reelsense.network.Weights;
import org.reelsense.progress.Progress;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;

/**
 * How near a training step comes to the machine: real IMDB reviews in the batches of an epoch, once as whole steps and once
 * through the recurrent primitives alone, beside the machine's sgemm, by turns in one process. The work is counted on
 * unpadded tokens: 12 G H (E + H) floating point operations a token, both directions, forward and backward. Not a test: run
 * it by hand with
 *
 * <pre>{@code java -cp target/test-classes:... org.reelsense.training.TrainingSpeed DATA_FOLDER lstm 128 128 0 2 100}</pre>
 *
 * (cell, hidden units, embedding size, adversarial norm, threads, steps).
 */
public final class TrainingSpeed {

    private static final int PIECE = 64;
    private static final int BATCH = 64;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 30;

    private final EncodedReviews train;
    private final int words;
    private final int threads;

    private TrainingSpeed(EncodedReviews train, int words, int threads) {
        this.train = train;
        this.words = words;
        this.threads = threads;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        int threads = Integer.parseInt(arguments[5]);
        List<Review> reviews =
                Datasets.open(DatasetSource.imdb(), data, Progress.SILENT).train();
        TrainingSpeed speed = ofReviews(reviews, threads);
        speed.run(
                Cell.ofId(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Float.parseFloat(arguments[4]),
                Integer.parseInt(arguments[6]));
    }

    private static TrainingSpeed ofReviews(List<Review> reviews, int threads) {
        Tokenizer tokenizer = new Tokenizer();
        List<List<String>> tokens = reviews.parallelStream()
                .map(review -> tokenizer.tokenize(review.text()))
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        tokens.forEach(text -> text.forEach(token -> counts.merge(token, 1, Integer::sum)));
        List<String> types = counts.keySet().stream().sorted().toList();
        Vocabulary vocabulary =
                Vocabulary.build(types, types.stream().mapToInt(counts::get).toArray(), 3, 39_000);
        boolean[] positive = new boolean[reviews.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = reviews.get(i).label() == Label.POSITIVE;
        }
        return new TrainingSpeed(
                new EncodedReviews(tokens.stream().map(vocabulary::encode).toList(), positive),
                vocabulary.size(),
                threads);
    }

    /** What one round of steps took; the kernels' seconds are those of the primitives alone, on the same shards. */
    private record Round(
            int steps, double tokens, double seconds, double cpuSeconds, long bytes, double kernels, double sgemm) {

        double share(double flopsAToken, double inSeconds) {
            return 100 * tokens * flopsAToken / inSeconds / sgemm;
        }
    }

    private void run(Cell cell, int hidden, int embedding, float norm, int steps) throws Exception {
        NetworkSpec network = new NetworkSpec(cell, true, words, embedding, hidden, PIECE);
        TrainingSpec spec = new TrainingSpec(
                10,
                BATCH,
                4,
                AdamSpec.slanted(2e-3f, 1e-3f, 0.1f),
                1,
                0.998f,
                new Regularisation(0.2f, 0.5f, norm),
                5,
                1);
        Weights initial = Weights.initial(network, vectors(embedding), 1);
        TrainingState state = new TrainingState(initial.parameters(), spec.averaging());
        Batches batches = new Batches(train.documents(), PIECE, spec);
        List<int[]> epoch = batches.ofEpoch(1);
        int passes = norm > 0 ? 2 : 1;
        List<Round> rounds = new ArrayList<>();
        try (ReviewObjective objective = new ReviewObjective("speed", spec, threads, initial, train, train);
                TrainingStep<ClassifierNetwork> step = new TrainingStep<>(spec, threads, objective, state)) {
            for (int[] batch : epoch.subList(0, WARM_UP)) {
                step.run(batch, 0.5f);
            }
            int each = steps / ROUNDS;
            for (int begin = WARM_UP; rounds.size() < ROUNDS; begin += each) {
                rounds.add(round(network, step, batches, epoch.subList(begin, begin + each), state, passes));
            }
        }
        System.out.printf("%s, adversarial norm %s, %d threads, %d steps%n", network, norm, threads, steps);
        print(rounds, 12.0 * cell.gates() * hidden * (embedding + hidden) * passes);
        System.out.printf(
                "hash of dense %x, embedding %x%n",
                Arrays.hashCode(state.weights().dense()),
                Arrays.hashCode(state.weights().embedding()));
    }

    private float[] vectors(int width) {
        SplittableRandom random = new SplittableRandom(1);
        float[] vectors = new float[words * width];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) (random.nextDouble() * 2 - 1);
        }
        return vectors;
    }

    private Round round(
            NetworkSpec network,
            TrainingStep<ClassifierNetwork> step,
            Batches batches,
            List<int[]> part,
            TrainingState state,
            int passes)
            throws Exception {
        long bytes = allocated();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        for (int[] batch : part) {
            step.run(batch, 0.5f);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        bytes = allocated() - bytes;
        List<List<int[]>> shards = part.stream()
                .flatMap(batch -> batches.shards(batch).stream())
                .map(this::documents)
                .toList();
        double tokens = shards.stream()
                .flatMap(List::stream)
                .mapToLong(ids -> ids.length)
                .sum();
        double kernels = passes * new TrainingKernels(new Weights(network, state.weights()), threads).seconds(shards);
        double sgemm = TrainingKernels.sgemmRate(Runtime.getRuntime().availableProcessors());
        return new Round(part.size(), tokens, seconds, cpuSeconds, bytes, kernels, sgemm);
    }

    private List<int[]> documents(int[] shard) {
        return IntStream.of(shard).mapToObj(train.documents()::get).toList();
    }

    private static void print(List<Round> rounds, double flopsAToken) {
        print("sgemm GFLOP/s, all cores", rounds, round -> round.sgemm / 1e9);
        print("tokens a step", rounds, round -> round.tokens / round.steps);
        print("ms a step", rounds, round -> 1e3 * round.seconds / round.steps);
        print("CPU ms a step, all threads", rounds, round -> 1e3 * round.cpuSeconds / round.steps);
        print("% of sgemm", rounds, round -> round.share(flopsAToken, round.seconds));
        print("% of sgemm, primitives alone", rounds, round -> round.share(flopsAToken, round.kernels));
        print("kB allocated a step", rounds, round -> round.bytes / 1e3 / round.steps);
        System.out.printf("native %d MB, process %d MB%n", Pointer.totalBytes() >> 20, Pointer.physicalBytes() >> 20);
    }

    private static void print(String name, List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] values = rounds.stream().mapToDouble(value).toArray();
        String all = String.join(
                " ", Arrays.stream(values).mapToObj("%.1f"::formatted).toList());
        double median = Arrays.stream(values).sorted().toArray()[values.length / 2];
        System.out.printf("%-30s %8.1f  (%s)%n", name, median, all);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .sum();
    }
}

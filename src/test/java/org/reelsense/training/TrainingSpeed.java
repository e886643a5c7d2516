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
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.network.Cell;
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

    final EncodedReviews train;
    final int words;
    private final int threads;

    TrainingSpeed(EncodedReviews train, int words, int threads) {
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

    static TrainingSpeed ofReviews(List<Review> reviews, int threads) {
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

    void run(Cell cell, int hidden, int embedding, float norm, int steps) throws Exception {
        NetworkSpec network = new NetworkSpec(cell, true, words, embedding, hidden, PIECE);
        TrainingSpec spec = new TrainingSpec(
                10, BATCH, 4, 2e-3f, 1e-3f, 0.1f, 1, 0.998f, new Regularisation(0.2f, 0.5f, norm), 5, 1);
        SplittableRandom random = new SplittableRandom(1);
        float[] vectors = new float[words * embedding];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) (random.nextDouble() * 2 - 1);
        }
        TrainingState state = new TrainingState(Weights.initial(network, vectors, 1), spec.averaging());
        Batches batches = new Batches(train.documents(), PIECE, spec);
        List<int[]> epoch = batches.ofEpoch(1);
        int passes = norm > 0 ? 2 : 1;
        double flopsAToken = 12.0 * cell.gates() * hidden * (embedding + hidden) * passes;
        try (TrainingStep step = new TrainingStep(spec, threads, train, batches, state)) {
            int each = steps / ROUNDS;
            double[] seconds = new double[ROUNDS];
            double[] kernelSeconds = new double[ROUNDS];
            double[] sgemm = new double[ROUNDS];
            double[] tokens = new double[ROUNDS];
            double[] cpu = new double[ROUNDS];
            for (int warm = 0; warm < 30; warm++) {
                step.run(epoch.get(warm), 0.5f);
            }
            long padded = 0;
            long bytes = allocated();
            for (int round = 0; round < ROUNDS; round++) {
                List<int[]> part = epoch.subList(30 + round * each, 30 + (round + 1) * each);
                long cpuStart = cpuNanos();
                long start = System.nanoTime();
                for (int[] batch : part) {
                    step.run(batch, 0.5f);
                }
                seconds[round] = (System.nanoTime() - start) / 1e9;
                cpu[round] = (cpuNanos() - cpuStart) / 1e6 / each;
                tokens[round] = part.stream()
                        .flatMapToInt(IntStream::of)
                        .mapToLong(d -> train.documents().get(d).length)
                        .sum();
                if (round == 0) {
                    bytes = allocated() - bytes;
                }
                List<List<int[]>> shards = new ArrayList<>();
                for (int[] batch : part) {
                    for (int[] shard : batches.shards(batch)) {
                        shards.add(IntStream.of(shard)
                                .mapToObj(train.documents()::get)
                                .toList());
                    }
                }
                TrainingKernels kernels = new TrainingKernels(state.weights(), threads);
                kernelSeconds[round] = passes * kernels.seconds(shards);
                padded += kernels.paddedTokens();
                sgemm[round] = TrainingKernels.sgemmRate(Runtime.getRuntime().availableProcessors());
            }
            System.out.printf(
                    "%s H %d E %d norm %s, %d threads, %d steps, %.0f tokens a step, padded x %.3f%n",
                    cell, hidden, embedding, norm, threads, steps, sum(tokens) / each / ROUNDS, padded / sum(tokens));
            double rate = 0;
            double[] share = new double[ROUNDS];
            double[] kernelShare = new double[ROUNDS];
            double[] perStep = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                share[round] = tokens[round] * flopsAToken / seconds[round] / sgemm[round];
                kernelShare[round] = tokens[round] * flopsAToken / kernelSeconds[round] / sgemm[round];
                perStep[round] = 1e3 * seconds[round] / each;
            }
            print("sgemm GFLOP/s, all cores", scaled(sgemm, 1e-9));
            print("ms a step", perStep);
            print("CPU ms a step, all threads", cpu);
            print("share of sgemm %", scaled(share, 100));
            print("primitives alone: share of sgemm %", scaled(kernelShare, 100));
            System.out.printf(
                    "bytes allocated a step %d, native %d MB, physical %d MB%n",
                    bytes / each, Pointer.totalBytes() >> 20, Pointer.physicalBytes() >> 20);
            System.out.printf(
                    "hash %x %x%n",
                    Arrays.hashCode(state.weights().dense()),
                    Arrays.hashCode(state.weights().embedding()));
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .sum();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }

    private static void print(String name, double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        System.out.printf(
                "%-36s %8.2f  %s%n",
                name,
                sorted[sorted.length / 2],
                Arrays.toString(
                        Arrays.stream(values).mapToObj("%.2f"::formatted).toArray()));
    }
}

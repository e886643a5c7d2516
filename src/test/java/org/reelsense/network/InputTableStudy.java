package org.reelsense.network;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.model.SentimentModel;
import org.reelsense.progress.Progress;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;

/**
 * What the table of input products gains: 500 test reviews of IMDB from ids to pooled features, with {@link StepKernel} and
 * with the recurrent primitives that training uses, by turns, in processor time of one thread; weights are random. On an AMD
 * EPYC of family 26 with AVX-512, medians of 9, other programs running: LSTM 1.47 x (H = 64) and 1.42 x (128), GRU 1.56 x and
 * 1.81 x. Of the tokens 95.4 % are among the first 8,192 words. One review alone is slower, for its few rows do not outweigh the
 * calls of a step: 0.55 ms where the recurrent primitives took 0.34 (LSTM, H = 64, 230 words, from text). Not a test:
 *
 * <pre>{@code OMP_NUM_THREADS=1 java -cp target/test-classes:target/classes:... org.reelsense.network.InputTableStudy DATA}</pre>
 */
public final class InputTableStudy {

    private static final int ROUNDS = 9;
    private static final int EVERY = 50;
    private static final int PIECE = 64;

    private final List<int[]> documents;
    private final int words;

    private InputTableStudy(Path data) throws IOException, InterruptedException {
        Vocabulary vocabulary = SentimentModel.builtIn().vocabulary();
        words = vocabulary.size();
        Tokenizer tokenizer = new Tokenizer();
        var test = Datasets.open(DatasetSource.imdb(), data, Progress.SILENT).test();
        documents = IntStream.range(0, test.size() / EVERY)
                .mapToObj(i ->
                        vocabulary.encode(tokenizer.tokenize(test.get(i * EVERY).text())))
                .toList();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        InputTableStudy study = new InputTableStudy(Path.of(arguments[0]));
        for (Cell cell : List.of(Cell.LSTM, Cell.GRU)) {
            study.compare(cell, 64);
            study.compare(cell, 128);
        }
    }

    private void compare(Cell cell, int hidden) {
        NetworkSpec spec = new NetworkSpec(cell, true, words, 128, hidden, PIECE);
        Weights weights = Weights.initial(spec, Samples.uniform(new SplittableRandom(1), words * 128), 1);
        InputTable table = new InputTable(spec);
        try (OneDnn oneDnn = new OneDnn()) {
            ReviewEncoder fused = encoder(spec, PiecePasses.MOST_ROWS_FUSED, d -> new FusedKernel(oneDnn, weights, d));
            ReviewEncoder steps = encoder(spec, PiecePasses.MOST_ROWS, d -> new StepKernel(oneDnn, weights, table, d));
            double[][] nanos = new double[2][ROUNDS];
            for (int round = -2; round < ROUNDS; round++) { // the first two warm up
                nanos[0][Math.max(round, 0)] = nanosAToken(fused);
                nanos[1][Math.max(round, 0)] = nanosAToken(steps);
            }
            double before = median(nanos[0]);
            double after = median(nanos[1]);
            System.out.printf(
                    "%s H %d: fused %.0f ns a token, steps %.0f (%.2f x)%n",
                    cell.id(), hidden, before, after, before / after);
        }
    }

    /** Its kernels are open to the end of the program. */
    private static ReviewEncoder encoder(NetworkSpec spec, int mostRows, IntFunction<ScoringKernel> kernel) {
        return new ReviewEncoder(
                spec, IntStream.range(0, spec.directions()).mapToObj(kernel).toList(), mostRows);
    }

    private double nanosAToken(ReviewEncoder encoder) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int[] batch : BatchScorer.batches(documents, PIECE)) {
            encoder.encode(Arrays.stream(batch).mapToObj(documents::get).toList());
        }
        double nanos = threads.getCurrentThreadCpuTime() - start;
        return nanos / documents.stream().mapToInt(ids -> ids.length).sum();
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}

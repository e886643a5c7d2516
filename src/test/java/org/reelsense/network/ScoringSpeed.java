package org.reelsense.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.reelsense.Precision;
import org.reelsense.SentimentClassifier;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.Review;
import org.reelsense.model.SentimentModel;
import org.reelsense.progress.Progress;
import org.reelsense.text.Tokenizer;

/**
 * How scoring compares with the kernels of training: the 25,000 test reviews of IMDB through (a) the recurrent primitives alone,
 * in the shapes of the same batches, (b) the network from ids, (c) {@code classify} from raw text, in each precision that the model
 * and the machine have. In one process, by turns, since speeds of two processes on one machine differ by more than what is
 * asked. Not a test: run it by hand with
 *
 * <pre>{@code java -cp target/test-classes:target/reelsense.jar:... org.reelsense.network.ScoringSpeed MODEL DATA_FOLDER}</pre>
 */
public final class ScoringSpeed {

    private static final int ROUNDS = 5;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final SentimentModel model;
    private final List<String> texts;
    private final List<int[]> documents;
    private final List<int[]> batches;
    private final NetworkSpec spec;

    private ScoringSpeed(SentimentModel model, List<String> texts) {
        this.model = model;
        this.texts = texts;
        spec = model.weights().spec();
        Tokenizer tokenizer = new Tokenizer();
        documents = texts.stream()
                .map(text -> model.vocabulary().encode(tokenizer.tokenize(text)))
                .toList();
        batches = BatchScorer.batches(documents, spec.pieceLength());
    }

    public static void main(String[] arguments) throws Exception {
        Path model = Path.of(arguments[0]);
        List<String> texts = Datasets.open(DatasetSource.imdb(), Path.of(arguments[1]), Progress.SILENT).test().stream()
                .map(Review::text)
                .toList();
        ScoringSpeed speed = new ScoringSpeed(SentimentModel.read(model), texts);
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("kernels alone", speed::kernels));
        try (WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(THREADS, speed.model.weights())) {
            ways.add(new Way("from ids", () -> seconds(() -> speed.fromIds(pool))));
            for (Precision precision : Precision.values()) {
                speed.fromText(model, precision).ifPresent(ways::add);
            }
            speed.compare(ways);
        }
    }

    /** One of the ways to score, and the seconds it took in each round. */
    private record Way(String name, Callable<Double> work, double[] seconds) {
        Way(String name, Callable<Double> work) {
            this(name, work, new double[ROUNDS]);
        }
    }

    private float[] fromIds(WorkerPool<ClassifierNetwork> pool) throws InterruptedException {
        return BatchScorer.probabilities(documents, pool, spec.pieceLength(), Progress.SILENT);
    }

    /** Its classifier is open to the end of the program. */
    private Optional<Way> fromText(Path file, Precision precision) throws IOException {
        try {
            SentimentClassifier classifier = SentimentClassifier.load(file, THREADS, precision);
            return Optional.of(new Way("raw text, " + precision.id(), () -> seconds(() -> classifier.classify(texts))));
        } catch (IllegalArgumentException none) {
            System.out.println(none.getMessage());
            return Optional.empty();
        }
    }

    private void compare(List<Way> ways) throws Exception {
        for (Way way : ways) {
            way.work().call(); // warms up
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : ways) {
                way.seconds()[round] = way.work().call();
            }
        }
        long tokens = documents.stream().mapToLong(ids1 -> ids1.length).sum();
        System.out.printf("%d texts, %d tokens, %s, %d threads%n", texts.size(), tokens, spec, THREADS);
        double base = median(ways.get(0).seconds());
        ways.forEach(way -> print(way.name(), way.seconds(), base));
    }

    /** Seconds a thread spends in the primitives, averaged over the threads. */
    private double kernels() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        AtomicInteger next = new AtomicInteger();
        List<Future<Long>> running = new ArrayList<>();
        Callable<Long> work = () -> kernels(next);
        for (int thread = 0; thread < THREADS; thread++) {
            running.add(threads.submit(work));
        }
        long nanos = 0;
        for (Future<Long> one : running) {
            nanos += one.get();
        }
        threads.shutdown();
        return nanos / 1e9 / THREADS;
    }

    private long kernels(AtomicInteger next) {
        long nanos = 0;
        try (OneDnn oneDnn = new OneDnn();
                BidirectionalEncoder encoder = new BidirectionalEncoder(oneDnn, spec, false)) {
            encoder.load(model.weights().dense());
            for (int batch = next.getAndIncrement(); batch < batches.size(); batch = next.getAndIncrement()) {
                List<int[]> members = Arrays.stream(batches.get(batch))
                        .mapToObj(documents::get)
                        .toList();
                PiecePasses passes = new PiecePasses(members, spec.pieceLength(), PiecePasses.MOST_ROWS_FUSED);
                while (passes.hasNext()) {
                    PieceRows rows = passes.next();
                    nanos += kernels(encoder.kernels(), KernelShape.fitting(rows.time(), rows.count()));
                }
            }
        }
        return nanos;
    }

    private long kernels(List<RecurrentKernel> kernels, KernelShape shape) {
        long nanos = 0;
        for (RecurrentKernel kernel : kernels) {
            kernel.prepare(shape);
            kernel.input().buffer().put(0, model.weights().embedding(), 0, shape.rows() * spec.embeddingSize());
            long start = System.nanoTime();
            kernel.forward(shape);
            nanos += System.nanoTime() - start;
        }
        return nanos;
    }

    private static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    private static void print(String name, double[] seconds, double base) {
        String all = String.join(
                " ",
                Stream.of(Arrays.stream(seconds).boxed().toArray())
                        .map("%.3f"::formatted)
                        .toList());
        System.out.printf(
                "%-18s %6.3f s, %5.1f %% of the kernels' speed   (%s)%n",
                name, median(seconds), 100 * base / median(seconds), all);
    }
}

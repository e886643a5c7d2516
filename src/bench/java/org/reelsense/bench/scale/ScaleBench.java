package org.reelsense.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.BenchOptions;
import org.reelsense.bench.process.Contestant;
import org.reelsense.bench.process.Launch;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.result.Spread;
import org.reelsense.bench.scoring.BareReviews;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.Review;
import org.reelsense.progress.Progress;

/** Measures how time and memory grow, a fresh process a point, and writes {@code scale.csv} and charts. */
public final class ScaleBench {

    private static final List<String> JVM = List.of("-Xmx2g"); // as the launcher gives it to training
    private static final long ORDER = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BenchOptions options;
    private final Path folder;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final List<ScalePoint> points = new ArrayList<>();

    private ScaleBench(BenchOptions options) throws IOException {
        this.options = options;
        folder = Files.createDirectories(options.target().resolve("bench/scale").toAbsolutePath());
    }

    /** Runs all curves. */
    public static void run(BenchOptions options) throws IOException, InterruptedException {
        new ScaleBench(options).run();
    }

    private void run() throws IOException, InterruptedException {
        List<String> texts = texts();
        Path ids = folder.resolve("all.ids");
        BareReviews.of(texts).write(ids);
        for (ScaleCurves curve : ScaleCurves.all(options.quick(), threads)) {
            for (ScaleCurves.At at : curve.points()) {
                if (asksFor(curve.name(), curve.work(), at.x())) {
                    add(measured(curve, at, at.setting().in(ids.toString())));
                }
            }
        }
        for (int reviews : options.quick() ? List.of(1, 1_000) : List.of(1, 1_000, 3_000, 10_000, 30_000, 100_000)) {
            if (asksFor(ScaleCurves.REVIEWS, ScoreCommand.WORK, reviews)) {
                add(ScoreCommand.measured(options.target(), folder, texts, reviews));
            }
        }
        ScaleResults results = new ScaleResults(points);
        results.write(options.out());
        System.out.println(results.table());
    }

    private boolean asksFor(String curve, String work, int x) {
        return options.asksFor(new Setting(Map.of("curve", curve, "work", work)).with("x", x));
    }

    /** All 100,000 reviews in an order of chance, so that any number of the first ones is a fair sample. */
    private List<String> texts() throws IOException {
        Corpus corpus = Datasets.open(DatasetSource.imdb(), options.data(), Progress.SILENT);
        List<String> texts = new ArrayList<>(Stream.of(corpus.train(), corpus.dev(), corpus.test(), corpus.unlabelled())
                .flatMap(List::stream)
                .map(Review::text)
                .toList());
        Collections.shuffle(texts, new Random(ORDER));
        return texts;
    }

    private ScalePoint measured(ScaleCurves curve, ScaleCurves.At at, Setting setting) throws IOException {
        Launch launch = new Launch(
                "scale",
                ScaleWork.class,
                new BenchFiles(options.target()).classPath(),
                JVM,
                Map.of("OMP_NUM_THREADS", "1"),
                1);
        try (Contestant worker = Contestant.start(launch, folder, PATIENCE)) {
            worker.prepare(setting);
            double[] seconds = new double[curve.repeats()];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = worker.run(0, 1).seconds();
            }
            long heap = (long) (worker.probe(ScaleWork.HEAP)[0] * 1e6);
            return new ScalePoint(
                    curve.name(), curve.work(), at.x(), Spread.of(seconds).median(), worker.peakMemoryBytes(), heap);
        }
    }

    private void add(ScalePoint point) {
        points.add(point);
        System.err.printf(
                Locale.ROOT,
                "%s, %s %.0f: %.3f s, %.0f MB%n",
                point.work(),
                point.curve(),
                point.x(),
                point.seconds(),
                point.rssBytes() / 1e6);
    }
}

package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.CalibrationBin;
import org.reelsense.evaluation.Curve;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.Diagnostics.Slice;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.experiment.SizeRecord;

/** Records such as a damaged or malicious {@code results.json} may hold. */
final class OddRuns {

    static final String HOSTILE = "</svg></style><script>alert('1')</script><img src=\"http://evil/x\">&amp;\u202e";

    private static final List<Double> ODD = List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            -1.0,
            0.0,
            -0.0,
            1.0,
            1e-300,
            0.5);

    private OddRuns() {}

    static List<RunRecord> all() {
        List<RunRecord> runs = new ArrayList<>(HtmlReportTest.runs());
        ODD.forEach(value -> {
            runs.add(of(value, 0.9));
            runs.add(of(0.9, value));
        });
        runs.add(named(HOSTILE));
        runs.add(Runs.of(
                "imdb",
                IntStream.range(0, 40).mapToObj(i -> plain("model " + i, 1)).toList()));
        runs.add(Runs.of(
                "imdb", IntStream.range(0, 40).mapToObj(i -> plain("bilstm", i)).toList()));
        return runs;
    }

    static RunRecord named(String name) {
        return Runs.of("imdb", List.of(plain(name, 1)));
    }

    private static Model plain(String name, long seed) {
        return Runs.model(name, seed, 10, 0.9, 0.9, List.of(Runs.epoch(1, 0.9)));
    }

    /** One seed of bilstm for each list. */
    static RunRecord sliced(List<List<Slice>> seeds) {
        return Runs.of(
                "imdb",
                seeds.stream()
                        .map(slices -> with(
                                plain("bilstm", 1),
                                10,
                                List.of(),
                                new Diagnostics(slices, List.of(), List.of(), 0, 0, null, null, null)))
                        .toList());
    }

    /** The first value where a record has scores, the second where it has seconds, counts and losses. */
    private static RunRecord of(double share, double amount) {
        long count = (long) amount;
        Curve curve = new Curve(List.of(0.0, share, 0.5, amount, 1.0), List.of(0.1, 0.8, share, amount, share));
        List<CalibrationBin> bins = List.of(new CalibrationBin(0, 1, Long.MAX_VALUE, 0, 1));
        List<Slice> slices = List.of(
                new Slice("length", HOSTILE, count, (long) share),
                new Slice("length", "1-99", 5, count),
                new Slice("stars", "", 1, 1),
                new Slice(HOSTILE, "1", 1, 1),
                new Slice("stars", "2", Long.MAX_VALUE, Long.MAX_VALUE));
        Diagnostics diagnostics = new Diagnostics(slices, bins, bins, share, amount, curve, curve, share);
        List<Epoch> history = List.of(
                new Epoch(1, amount, amount, share, amount),
                new Epoch((int) amount, amount, share, 0.9, share),
                new Epoch(Integer.MAX_VALUE, 3, 0.2, 0.9, 0.3),
                new Epoch(2, 3, 0.2, 0.9, 0.3));
        List<Model> models = List.of(
                with(Runs.model("bilstm", 1, amount, share, share, history), amount, history, diagnostics),
                with(Runs.model(HOSTILE, 2, amount, 0.9, amount, history), amount, history, diagnostics));
        RunRecord run = Runs.of("imdb", models);
        return new RunRecord(
                run.schema(),
                run.dataset(),
                run.machine(),
                run.commit(),
                run.started(),
                run.command(),
                run.embedding(),
                models,
                List.of(),
                List.of(
                        new ModelSummary(HOSTILE, List.of(), share, share, share, share, share, amount, amount, amount),
                        new ModelSummary("bilstm", List.of(1L), 0.9, null, share, amount, 0.9, 0.2, amount, null)),
                null,
                List.of(
                        new SizeRecord("bilstm", 1, (int) count, 1, amount, share, share, share, share),
                        new SizeRecord(HOSTILE, 1, 1_000, 1, 3, 0.9, 0.9, share, 1)));
    }

    private static Model with(Model model, double seconds, List<Epoch> history, @Nullable Diagnostics diagnostics) {
        return new Model(
                model.name(),
                model.cell(),
                model.bidirectional(),
                model.hidden(),
                model.parameters(),
                model.seed(),
                model.epochs(),
                model.bestEpoch(),
                seconds,
                model.secondsPerEpoch(),
                model.trainReviewsPerSecond(),
                model.scoreReviewsPerSecond(),
                model.peakMemoryBytes(),
                model.devAccuracy(),
                model.testAccuracy(),
                model.testAccuracyLow(),
                model.testAccuracyHigh(),
                model.testPrecision(),
                model.testRecall(),
                model.testF1(),
                model.testLogLoss(),
                model.testAuc(),
                model.testConfusion(),
                model.file(),
                history,
                null,
                null,
                null,
                diagnostics);
    }
}

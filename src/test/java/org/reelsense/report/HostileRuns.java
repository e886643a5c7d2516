package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.evaluation.CalibrationBin;
import org.reelsense.evaluation.Curve;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.Diagnostics.Slice;
import org.reelsense.experiment.Mistake;
import org.reelsense.experiment.Mistake.Share;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.PairSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Comparison;
import org.reelsense.experiment.RunRecord.Confusion;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.experiment.SizeRecord;

/** Records as a damaged file, a file of somebody else or a very large comparison would give them. */
final class HostileRuns {

    static final String NAME = "</svg></style><script>alert('1')</script><img src=\"http://evil/x\">&amp;";

    private static final double NAN = Double.NaN;
    private static final List<Double> ODD = List.of(
            NAN,
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

    private HostileRuns() {}

    /** With the ordinary ones, which every report has to manage too. */
    static List<RunRecord> all() {
        Model single = Runs.model("bigru", 1, 3, 0.9, 0.9, List.of(Runs.epoch(1, 0.9)));
        Model perfect = Runs.model("bigru", 1, 3, 0.9964, 1.0, List.of(Runs.epoch(1, 1), Runs.epoch(2, 1)));
        Model none = Runs.model("nbsvm", 1, 0, NAN, null, List.of(Runs.epoch(1, NAN)));
        return List.of(
                Runs.two(),
                Runs.one(),
                Runs.full(),
                FullRun.record(1, ""),
                names(),
                figures(),
                manySeeds(),
                manyModels(),
                Runs.of("imdb", List.of(single)),
                Runs.of("imdb", List.of(perfect)),
                Runs.of("imdb", List.of(none)),
                Runs.of("imdb", List.of()),
                missing(),
                Runs.withWords(WordMapChartTest.MAP),
                Runs.withWords(WordMapChartTest.hostile()));
    }

    static RunRecord names() {
        return Runs.of(NAME, List.of(Runs.plain(NAME, 1)));
    }

    /** Records with a number that is odd where a score belongs, or where seconds, counts and losses do. */
    static List<RunRecord> oddFigures() {
        return ODD.stream()
                .flatMap(value -> Stream.of(odd(value, 0.9), odd(0.9, value)))
                .toList();
    }

    private static RunRecord odd(double share, double amount) {
        String hostile = NAME + "\u202e";
        int count = (int) (long) amount;
        List<Epoch> history = List.of(
                new Epoch(1, amount, amount, share, amount),
                new Epoch((int) amount, amount, share, 0.9, share),
                new Epoch(Integer.MAX_VALUE, 3, 0.2, 0.9, 0.3),
                new Epoch(2, 3, 0.2, 0.9, 0.3));
        Diagnostics diagnostics = oddDiagnostics(share, amount);
        List<Model> models = List.of(
                Runs.with(Runs.model("bilstm", 1, amount, share, share, history), 3, amount, history, diagnostics),
                Runs.with(Runs.model(hostile, 2, amount, 0.9, amount, history), 3, amount, history, diagnostics));
        return Runs.with(
                Runs.of("imdb", models),
                List.of(
                        new ModelSummary(hostile, List.of(), share, share, share, share, share, amount, amount, amount),
                        new ModelSummary("bilstm", List.of(1L), 0.9, null, share, amount, 0.9, 0.2, amount, null)),
                null,
                List.of(
                        new SizeRecord("bilstm", 1, count, 1, amount, share, share, share, share),
                        new SizeRecord(hostile, 1, 1_000, 1, 3, 0.9, 0.9, share, 1)));
    }

    private static Diagnostics oddDiagnostics(double share, double amount) {
        long count = (long) amount;
        Curve curve = new Curve(List.of(0.0, share, 0.5, amount, 1.0), List.of(0.1, 0.8, share, amount, share));
        List<CalibrationBin> bins = List.of(new CalibrationBin(0, 1, Long.MAX_VALUE, 0, 1));
        List<Slice> slices = List.of(
                new Slice("length", NAME, count, (long) share),
                new Slice("length", "1-99", 5, count),
                new Slice("stars", "", 1, 1),
                new Slice(NAME, "1", 1, 1),
                new Slice("stars", "2", Long.MAX_VALUE, Long.MAX_VALUE));
        return new Diagnostics(slices, bins, bins, share, amount, curve, curve, share);
    }

    private static RunRecord manySeeds() {
        List<Model> models = new ArrayList<>();
        for (int seed = 1; seed <= 13; seed++) {
            double shift = seed / 100.0;
            models.add(Runs.model(
                    "bilstm",
                    seed,
                    10,
                    0.1 + shift,
                    0.5,
                    IntStream.rangeClosed(1, 40)
                            .mapToObj(epoch -> Runs.epoch(epoch, epoch / 50.0 + shift))
                            .toList()));
        }
        return Runs.of("imdb", models);
    }

    /** Two hundred, of twenty folders, each compared with each. */
    static RunRecord manyModels() {
        List<Model> models = new ArrayList<>();
        List<ModelSummary> summaries = new ArrayList<>();
        List<PairSummary> pairs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String name = List.of("rnn", "birnn", "lstm", "bilstm", "gru", "bigru", "nbsvm", "x", "y", "z")
                            .get(i % 10) + "@/home/somebody/experiments/of-november/run-" + i / 10;
            double accuracy = 0.7 + i / 1_000.0;
            models.add(Runs.model(name, 1, 10 + i, accuracy, 0.9, List.of(Runs.epoch(1, accuracy))));
            summaries.add(new ModelSummary(
                    name, List.of(1L), accuracy, null, accuracy - 0.01, accuracy + 0.01, accuracy, 0.3, 10 + i, null));
            for (int j = 0; j < i; j++) {
                pairs.add(new PairSummary(
                        name, models.get(j).name(), List.of(1L), (i - j) / 1_000.0, 0, 0.2, 0.01, 1, 1.1, 1.1, 1.1));
            }
        }
        return Runs.with(Runs.of("imdb", models), summaries, pairs, null);
    }

    /** What a file leaves out is null in the record. */
    private static RunRecord missing() {
        Model nothing = model(null, null, null, List.of(), null);
        return Runs.with(
                Runs.of(null, List.of(nothing, nothing), new Comparison(null, null, 1, NAN, NAN, NAN, NAN, null)),
                List.of(new ModelSummary(null, List.of(), NAN, null, NAN, NAN, NAN, NAN, NAN, null)),
                List.of(new PairSummary(null, "bilstm", List.of(), NAN, NAN, NAN, NAN, 0, null, null, null)),
                List.of(new SizeRecord(null, 1, 0, 0, NAN, NAN, NAN, NAN, NAN)));
    }

    /** No number is one, or none is where it ought to be. */
    private static RunRecord figures() {
        Diagnostics diagnostics = new Diagnostics(
                List.of(
                        new Slice("length", NAME, 0, 1),
                        new Slice("length", "1", Long.MAX_VALUE, 1),
                        new Slice("length", "2", 10, 11),
                        new Slice(NAME, NAME, 1_000, 500),
                        new Slice(NAME, "b", 1_000, 700)),
                List.of(new CalibrationBin(0, 1, 1, 1, 0)),
                List.of(new CalibrationBin(0, 1e-9, Long.MAX_VALUE, 0, 1)),
                NAN,
                Double.NEGATIVE_INFINITY,
                new Curve(List.of(NAN, 1e300), List.of(0.5, -1e300)),
                new Curve(List.of(), List.of()),
                NAN);
        List<Model> models = List.of(
                model("bilstm", "lstm", Model.NETWORK, List.of(Runs.epoch(-1, 1e300)), diagnostics),
                model("bigru", "gru", "kind\u0000\u202e", List.of(Runs.epoch(Integer.MAX_VALUE, NAN)), diagnostics),
                model("bigru+nbsvm", null, Model.AVERAGE, List.of(), null));
        return Runs.with(
                Runs.of("a\u0007b", models, new Comparison("bilstm", "bigru", -5, 7, 3, NAN, -4, -2.0)),
                List.of(new ModelSummary("bilstm", List.of(1L, 2L), 2, -1.0, 5, -5, NAN, NAN, -3, NAN)),
                List.of(
                        new PairSummary("bilstm", "bigru", List.of(1L, 2L), 3, NAN, -4, -7, 9, 0.0, -1.0, NAN),
                        new PairSummary("nobody", "bigru", List.of(1L, 2L), NAN, 0, 0, 2, 9, 2.0, NAN, NAN)),
                List.of(
                        new SizeRecord("bilstm", 1, -5, 0, NAN, NAN, NAN, NAN, NAN),
                        new SizeRecord("bilstm", 1, 5, 0, 1, 0.5, 7, NAN, NAN),
                        new SizeRecord(NAME, 1, 5, 0, 1, 0.5, 0.5, 0.4, 0.6)));
    }

    private static Model model(String name, String cell, String kind, List<Epoch> history, Diagnostics diagnostics) {
        return new Model(
                name,
                cell,
                true,
                0,
                -1,
                -3,
                0,
                0,
                NAN,
                -1,
                Double.POSITIVE_INFINITY,
                0,
                -1,
                NAN,
                0.5,
                NAN,
                7,
                NAN,
                2,
                -1,
                NAN,
                null,
                kind == null ? null : new Confusion(-1, 2, 3, 4),
                null,
                history,
                null,
                null,
                kind,
                diagnostics);
    }

    static List<Mistake> mistakes() {
        List<Share> shares = List.of(
                new Share(-3, 2, 1),
                new Share(5, 4, 1),
                new Share(0, 4, NAN),
                new Share(2, 6, 0.5),
                new Share(4, 9, -0.5),
                new Share(10, 1_000_000, 2),
                new Share(Integer.MAX_VALUE, Integer.MAX_VALUE, 2));
        return List.of(
                new Mistake(NAME, 1, NAME, 1, true, NAN, NAME, shares),
                new Mistake(NAME, 1, null, -1, true, 7, null, shares),
                new Mistake(NAME, 1, "", 99, false, -7, "a\u0000b\u202ec\ud83dd\n\t<br /><BR>e", shares),
                new Mistake(NAME, 1, "long", 0, false, 1, "x".repeat(50_000), shares));
    }
}

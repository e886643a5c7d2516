package org.reelsense.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelsense.embedding.NeighbourQuality;
import org.reelsense.embedding.WordMap;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.Diagnostics.Slice;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.PairSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Comparison;
import org.reelsense.experiment.RunRecord.Confusion;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.experiment.SizeRecord;

/** Records with invented figures. */
final class Runs {

    static final Model BILSTM =
            model("bilstm", 1, 312.44, 0.9012, 0.965231, List.of(epoch(1, 0.852), epoch(2, 0.8996), epoch(3, 0.8968)));
    static final Model BIGRU =
            model("bigru", 1, 251.97, 0.9024, 0.966012, List.of(epoch(1, 0.861), epoch(2, 0.9004), epoch(3, 0.8992)));

    private Runs() {}

    /** Two models; bigru is faster and a little, but not significantly, more accurate. */
    static RunRecord two() {
        return of("imdb", List.of(BILSTM, BIGRU), comparison(0.41, -0.0012, -0.0034, 0.00104, 312.44 / 251.97));
    }

    /** Eleven models, three seeds, and all that a run finds out about them. */
    static RunRecord full() {
        return FullRun.record();
    }

    static RunRecord one() {
        return of("imdb", List.of(BILSTM));
    }

    static RunRecord compared(Comparison comparison) {
        return of("imdb", List.of(BILSTM, BIGRU), comparison);
    }

    /** Models of several seeds, with what is known of a pair of them. */
    static RunRecord paired(List<Model> models, PairSummary pair, Comparison... comparisons) {
        return with(of("imdb", models, comparisons), null, List.of(pair), null);
    }

    /** The same with what is known over seeds. */
    static RunRecord with(
            RunRecord run,
            @Nullable List<ModelSummary> summaries,
            @Nullable List<PairSummary> pairs,
            @Nullable List<SizeRecord> sizes) {
        return new RunRecord(
                run.schema(),
                run.dataset(),
                run.machine(),
                run.commit(),
                run.started(),
                run.command(),
                run.embedding(),
                run.models(),
                run.comparisons(),
                summaries,
                pairs,
                sizes);
    }

    /** A model called bilstm for each list, of one seed each. */
    static RunRecord sliced(List<List<Slice>> seeds) {
        return of(
                "imdb",
                seeds.stream()
                        .map(slices -> new Diagnostics(slices, List.of(), List.of(), 0, 0, null, null, null))
                        .map(found -> with(plain("bilstm", 1), 0, 10, List.of(), found))
                        .toList());
    }

    static Comparison comparison(double p, double difference, double low, double high, double timeRatio) {
        return new Comparison("bilstm", "bigru", 1, p, difference, low, high, timeRatio);
    }

    static RunRecord of(String dataset, List<Model> models, Comparison... comparisons) {
        return new RunRecord(
                RunRecord.SCHEMA,
                new RunRecord.Dataset(
                        dataset,
                        "c40f74a18d3b61f90c1e15a93f1ddb5e5b7b0d5bbf5e3c7b4a1a2f3e4d5c6b7a",
                        22_500,
                        2_500,
                        25_000,
                        50_000,
                        "reelsense-tokens-1"),
                new RunRecord.Machine(
                        "Linux 6.1 amd64", "Example CPU @ 2.10GHz", 2, "OpenJDK 17.0.15", "oneDNN 3.11", 2),
                "0123abc",
                "2026-11-22T03:17:05Z",
                "reelsense experiment --models bilstm,bigru",
                new RunRecord.Embedding(205.3, 75_120, 128, 30_000),
                models,
                List.of(comparisons));
    }

    /** Word vectors that came from a file, with all that is known of them. */
    static RunRecord withWords(WordMap map) {
        RunRecord run = one();
        return new RunRecord(
                run.schema(),
                run.dataset(),
                run.machine(),
                run.commit(),
                run.started(),
                run.command(),
                new RunRecord.Embedding(
                        0,
                        0,
                        100,
                        30_000,
                        new RunRecord.GivenVectors("glove.txt", "ab12", 29_000, 999),
                        new NeighbourQuality(7, 0.9258, 400),
                        map),
                run.models(),
                run.comparisons());
    }

    static Model model(
            String name, long seed, double seconds, double testAccuracy, @Nullable Double auc, List<Epoch> history) {
        return new Model(
                name,
                name.replaceAll("@.*", "").replace("bi", ""),
                true,
                128,
                4_103_425,
                seed,
                3,
                2,
                seconds,
                seconds / 3,
                67_500 / seconds,
                1_834.4,
                1_610_612_736,
                history.stream().mapToDouble(Epoch::devAccuracy).max().orElse(0.8996),
                testAccuracy,
                testAccuracy - 0.0038,
                testAccuracy + 0.0036,
                0.9,
                0.904,
                0.9018,
                0.24567,
                auc,
                new Confusion(11_300, 1_270, 11_230, 1_200),
                "models/" + name + "-" + seed + ".safetensors",
                history,
                null,
                null,
                null,
                null);
    }

    /** Of one epoch. */
    static Model plain(String name, long seed) {
        return model(name, seed, 10, 0.9, 0.9, List.of(epoch(1, 0.9)));
    }

    /** The same with another training. */
    static Model with(Model model, int epochs, double seconds, List<Epoch> history, @Nullable Diagnostics diagnostics) {
        return new Model(
                model.name(),
                model.cell(),
                model.bidirectional(),
                model.hidden(),
                model.parameters(),
                model.seed(),
                epochs,
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
                model.embeddings(),
                model.calibration(),
                model.kind(),
                diagnostics);
    }

    static Epoch epoch(int epoch, double devAccuracy) {
        return new Epoch(epoch, 84.2, 0.3456, devAccuracy, 0.2613);
    }
}

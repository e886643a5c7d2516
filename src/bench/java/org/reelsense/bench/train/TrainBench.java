package org.reelsense.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.BenchOptions;
import org.reelsense.bench.process.Contestant;
import org.reelsense.bench.process.Launch;
import org.reelsense.bench.process.LeftOut;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.result.Machine;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.ResultFiles;
import org.reelsense.bench.result.ResultTable;

/** Drives the training bench from first to last setting. */
public final class TrainBench implements AutoCloseable {

    private static final int QUICK_ROUNDS = 3;
    private static final int FULL_ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> COLUMNS = List.of(Work.CELL, Work.HIDDEN, Work.BATCH, Work.PIECES);

    private final BenchOptions options;
    private final Path folder;
    private final ReviewIds reviews;
    private final List<Contestant> contestants;
    private final Map<String, String> agreements = new TreeMap<>();
    private final Map<String, Object> engines = new TreeMap<>();
    private final Map<String, String> reasons = new TreeMap<>();
    private final List<Measured> results = new ArrayList<>();

    private TrainBench(BenchOptions options) throws IOException, InterruptedException {
        this.options = options;
        folder = Files.createDirectories(options.target().resolve("bench").resolve("work"));
        reviews = ReviewIds.ofImdb(options.data());
        List<Launch> rows = new TrainRows(new BenchFiles(options.target())).all();
        contestants = Contestant.start(rows, options::asksFor, folder, PATIENCE);
    }

    /** Measures, prints the table, and writes {@code training.md}, {@code .csv} and {@code .json} to the options' folder. */
    public static void run(BenchOptions options) throws IOException, InterruptedException {
        try (TrainBench bench = new TrainBench(options)) {
            List<Setting> grid = options.quick() ? TrainGrid.quick() : TrainGrid.full();
            for (Setting setting : grid.stream().filter(options::asksFor).toList()) {
                bench.measure(setting);
            }
            System.out.println(TrainTargets.report(bench.results));
        }
    }

    private void measure(Setting setting) throws IOException {
        requireAgreement(setting);
        TrainSample sample = TrainSample.of(setting, reviews, folder);
        LeftOut leftOut = new LeftOut(setting.texts(COLUMNS), reasons);
        List<Contestant> ready =
                leftOut.able(contestants, contestant -> prepare(contestant, sample, leftOut.name(contestant)));
        TrainRounds rounds = new TrainRounds(sample, options.quick() ? QUICK_ROUNDS : FULL_ROUNDS);
        List<Measured> measured = rounds.run(ready, leftOut);
        results.addAll(measured);
        System.out.println(ResultTable.of(measured, COLUMNS));
        write();
    }

    /**
     * Before a cell and a way to cut is timed first: libtorch and ours must compute the same.
     *
     * @throws IllegalStateException if they do not
     */
    private void requireAgreement(Setting setting) throws IOException {
        String what = setting.text(Work.CELL) + ", pieces of " + setting.text(Work.PIECES);
        if (agreements.containsKey(what)
                || !options.asksFor(TrainRows.OURS_ALONE)
                || !options.asksFor(TrainRows.TORCH_ALONE)) {
            return;
        }
        TrainSample few = TrainSample.few(setting, reviews, folder);
        Contestant ours = contestant(TrainRows.OURS_ALONE);
        Contestant torch = contestant(TrainRows.TORCH_ALONE);
        ours.prepare(few.setting());
        torch.prepare(few.setting());
        for (TorchLayer layer : TorchLayer.values()) {
            Agreement agreement = few.agreement(ours.probe(""), torch.probe(layer.name()));
            String line = what + ", libtorch " + layer + ": " + agreement;
            System.err.println(line);
            agreements.merge(what, agreement.toString(), (one, other) -> one + "; " + other);
            if (!agreement.holds()) {
                throw new IllegalStateException(line + "; they do not compute the same, so their times do not compare");
            }
        }
    }

    private Contestant contestant(String row) {
        return contestants.stream()
                .filter(contestant -> contestant.row().equals(row))
                .findFirst()
                .orElseThrow();
    }

    private void prepare(Contestant contestant, TrainSample sample, String name) throws IOException {
        sample.requireBearable(contestant.row());
        engines.put(name, contestant.prepare(sample.setting()));
        System.err.println(name + " " + engines.get(name));
    }

    private void write() throws IOException {
        Map<String, Object> facts =
                Map.of("machine", Machine.facts(), "engines", engines, "left out", reasons, "agreement", agreements);
        ResultFiles.write(options.out(), "training", facts, results);
        TrainCharts.write(options.out(), results);
        ResultFiles.save(options.out().resolve("training.md"), ResultTable.of(results, COLUMNS));
    }

    @Override
    public void close() {
        contestants.forEach(Contestant::close);
    }
}

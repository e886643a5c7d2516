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
import org.reelsense.bench.process.RowNotes;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.SettingNotes;
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
    private final RowNotes notes = new RowNotes();
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
        SettingNotes at = notes.at(setting.texts(COLUMNS));
        List<Contestant> comparable = comparable(setting, at);
        TrainSample sample = TrainSample.of(setting, reviews, folder);
        List<Contestant> ready = at.able(comparable, contestant -> {
            sample.requireBearable(contestant.row());
            at.ready(contestant, contestant.prepare(sample.setting()));
        });
        TrainRounds rounds = new TrainRounds(sample, options.quick() ? QUICK_ROUNDS : FULL_ROUNDS);
        List<Measured> measured = rounds.run(ready, at);
        results.addAll(measured);
        System.out.println(ResultTable.of(measured, COLUMNS));
        write();
    }

    /**
     * Before a cell and a way to cut is timed first, libtorch and ours must compute the same. Where one of them cannot be asked,
     * libtorch has no times there.
     *
     * @throws IllegalStateException if they do not
     */
    private List<Contestant> comparable(Setting setting, SettingNotes at) throws IOException {
        String what = setting.text(Work.CELL) + ", pieces of " + setting.text(Work.PIECES);
        if (!options.asksFor(TrainRows.OURS_ALONE) || !options.asksFor(TrainRows.TORCH_ALONE)) {
            return contestants;
        }
        if (!agreements.containsKey(what)) {
            TrainSample few = TrainSample.few(setting, reviews, folder);
            try {
                agreements.put(what, agreement(what, few));
            } catch (IOException e) {
                return without(TrainRows.LIBTORCH, "its results could not be compared: " + e.getMessage(), at);
            }
        }
        return contestants;
    }

    private String agreement(String what, TrainSample few) throws IOException {
        Contestant ours = contestant(TrainRows.OURS_ALONE);
        Contestant torch = contestant(TrainRows.TORCH_ALONE);
        ours.prepare(few.setting());
        torch.prepare(few.setting());
        List<String> agreements = new ArrayList<>();
        for (TorchLayer layer : TorchLayer.values()) {
            Agreement agreement = few.agreement(ours.probe(""), torch.probe(layer.name()));
            String line = what + ", libtorch " + layer + ": " + agreement;
            System.err.println(line);
            agreements.add(agreement.toString());
            if (!agreement.holds()) {
                throw new IllegalStateException(line + "; they do not compute the same, so their times do not compare");
            }
        }
        return String.join("; ", agreements);
    }

    private List<Contestant> without(String rows, String reason, SettingNotes at) {
        List<Contestant> others = new ArrayList<>(contestants);
        others.removeIf(contestant -> contestant.row().startsWith(rows));
        contestants.stream()
                .filter(contestant -> !others.contains(contestant))
                .forEach(left -> at.leaveOut(left, reason));
        return others;
    }

    private Contestant contestant(String row) {
        return contestants.stream()
                .filter(contestant -> contestant.row().equals(row))
                .findFirst()
                .orElseThrow();
    }

    private void write() throws IOException {
        Map<String, Object> facts = notes.facts();
        facts.put("machine", Machine.facts());
        facts.put("agreement", agreements);
        ResultFiles.write(options.out(), "training", facts, results);
        TrainCharts.write(options.out(), results);
        ResultFiles.save(options.out().resolve("training.md"), ResultTable.of(results, COLUMNS));
    }

    @Override
    public void close() {
        contestants.forEach(Contestant::close);
    }
}

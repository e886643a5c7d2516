package org.reelsense.bench.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.BenchOptions;
import org.reelsense.bench.forecast.ForecastAgreement.Answers;
import org.reelsense.bench.process.Contestant;
import org.reelsense.bench.process.Launch;
import org.reelsense.bench.process.RowNotes;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.SettingNotes;
import org.reelsense.bench.result.Machine;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.ResultFiles;
import org.reelsense.bench.result.ResultTable;

/** Drives the forecasting bench from first to last setting. */
public final class ForecastBench implements AutoCloseable {

    private static final int QUICK_ROUNDS = 3;
    private static final int FULL_ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BenchOptions options;
    private final List<Contestant> contestants;
    private final RowNotes notes = new RowNotes();
    private final Map<String, String> agreements = new TreeMap<>();
    private final List<Measured> results = new ArrayList<>();

    private ForecastBench(BenchOptions options) throws IOException {
        this.options = options;
        Path folder = Files.createDirectories(options.target().resolve("bench").resolve("work"));
        List<Launch> rows = new ForecastRows(new BenchFiles(options.target())).all();
        contestants = Contestant.start(rows, options::asksFor, folder, PATIENCE);
    }

    /** Measures, prints the table, and writes {@code forecast.md}, {@code .csv} and {@code .json} to the options' folder. */
    public static void run(BenchOptions options) throws IOException {
        try (ForecastBench bench = new ForecastBench(options)) {
            for (Setting setting : ForecastWork.grid(options.quick()).stream()
                    .filter(options::asksFor)
                    .toList()) {
                bench.measure(setting);
            }
            System.out.println(bench.table());
            System.out.println(ForecastTargets.report(bench.results));
        }
    }

    private void measure(Setting setting) throws IOException {
        String name = setting.text(ForecastWork.CELL) + ", horizon " + setting.text(ForecastWork.HORIZON);
        SettingNotes at = notes.at(name);
        Map<Contestant, Answers> answers = new LinkedHashMap<>();
        List<Contestant> ready = at.able(contestants, contestant -> {
            at.ready(contestant, contestant.prepare(setting));
            answers.put(contestant, Answers.of(contestant));
        });
        requireAgreement(name, answers);
        results.addAll(new ForecastRounds(setting, options.quick() ? QUICK_ROUNDS : FULL_ROUNDS).run(ready, at));
        write();
    }

    /** @throws IllegalStateException if one does not compute what the first does */
    private void requireAgreement(String setting, Map<Contestant, Answers> answers) {
        List<Contestant> ready = List.copyOf(answers.keySet());
        for (Contestant other : ready.stream().skip(1).toList()) {
            ForecastAgreement agreement = ForecastAgreement.between(answers.get(ready.get(0)), answers.get(other));
            String line = setting + ", " + ready.get(0).row() + " beside " + other.row() + ": " + agreement;
            System.err.println(line);
            agreements.put(setting + ": " + other.row(), agreement.toString());
            if (!agreement.holds()) {
                throw new IllegalStateException(line + "; they do not learn the same, so their times do not compare");
            }
        }
    }

    private String table() {
        return ResultTable.of(results, List.of(ForecastWork.CELL, ForecastWork.HORIZON));
    }

    private void write() throws IOException {
        Map<String, Object> facts = notes.facts();
        facts.put("machine", Machine.facts());
        facts.put("agreement", agreements);
        ResultFiles.write(options.out(), "forecast", facts, results);
        ResultFiles.save(options.out().resolve("forecast.md"), table() + "\n" + ForecastTargets.report(results) + "\n");
    }

    @Override
    public void close() {
        contestants.forEach(Contestant::close);
    }
}

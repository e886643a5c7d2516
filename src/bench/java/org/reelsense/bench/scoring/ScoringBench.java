package org.reelsense.bench.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reelsense.bench.BenchFiles;
import org.reelsense.bench.BenchOptions;
import org.reelsense.bench.process.Contestant;
import org.reelsense.bench.process.Launch;
import org.reelsense.bench.process.Rounds;
import org.reelsense.bench.process.RowNotes;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.SettingNotes;
import org.reelsense.bench.result.Machine;
import org.reelsense.bench.result.Measured;
import org.reelsense.bench.result.ResultFiles;
import org.reelsense.bench.result.ResultTable;

/** Scores the test reviews of IMDB with ours, libtorch and ONNX Runtime by turns. */
public final class ScoringBench {

    private static final double MOST_DIFFERENCE = 1e-4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> COLUMNS = List.of(ScoringTask.CELL, ScoringTask.HIDDEN, ScoringTask.PIECES);

    private final BenchOptions options;
    private final Rounds rounds;
    private final List<Measured> results = new ArrayList<>();
    private final RowNotes notes = new RowNotes();

    private ScoringBench(BenchOptions options) {
        this.options = options;
        rounds = options.quick() ? new Rounds(3, 0.5, 4) : new Rounds(5, 1, 8);
    }

    /** Measures, prints the table and writes {@code scoring.csv} and {@code scoring.json}. */
    public static void run(BenchOptions options) throws IOException {
        new ScoringBench(options).run();
    }

    private void run() throws IOException {
        Path file = options.target().resolve("bench/scoring/test.ids").toAbsolutePath();
        BareReviews.ofTest(options.data()).write(file);
        for (Setting setting : ScoringSettings.all(options.quick(), options::asksFor)) {
            measure(setting.with(ScoringTask.FILE, file)
                    .with(ReelsenseText.DATA, options.data().toAbsolutePath())
                    .with("sgemm", "square"));
        }
    }

    /** Starts processes anew for each setting, so that none carries memory of another one. */
    private void measure(Setting setting) throws IOException {
        Path logs = Files.createDirectories(options.target().resolve("bench/log"));
        List<Launch> rows = ScoringRows.all(new BenchFiles(options.target()));
        List<Contestant> contestants = Contestant.start(rows, options::asksFor, logs, PATIENCE);
        try {
            SettingNotes at = notes.at(setting.texts(COLUMNS));
            List<Contestant> ready = prepared(contestants, setting, at);
            List<Measured> measured = new ScoringRates(setting, rounds.run(ready, at)).measured();
            results.addAll(measured);
            System.out.println(ResultTable.of(measured, COLUMNS));
            Map<String, Object> facts = notes.facts();
            facts.put("machine", Machine.facts());
            ResultFiles.write(options.out(), "scoring", facts, results);
            ResultFiles.save(options.out().resolve("scoring.md"), ResultTable.of(results, COLUMNS));
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    /** One after another, since an engine tries out its settings; then compares their logits. */
    private List<Contestant> prepared(List<Contestant> contestants, Setting setting, SettingNotes at) {
        Map<String, float[]> logits = new LinkedHashMap<>();
        return at.able(contestants, contestant -> {
            String row = contestant.row();
            Map<String, String> facts = new LinkedHashMap<>(contestant.prepare(setting));
            if (!row.startsWith(ScoringRows.SGEMM)) {
                logits.put(row, contestant.probe("logits"));
                float[] first = logits.values().iterator().next();
                facts.put("logits differ by", "%.1e".formatted(difference(row, first, logits.get(row))));
            }
            at.ready(contestant, facts);
        });
    }

    /** @throws IllegalStateException if it is more than rounding */
    private static double difference(String row, float[] ours, float[] logits) {
        double difference = LogitDifference.largest(ours, logits);
        if (!(difference <= MOST_DIFFERENCE)) {
            throw new IllegalStateException(
                    "%s: its logits differ from ours by %.1e; not the same work".formatted(row, difference));
        }
        return difference;
    }
}

package org.reelsense.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** Runs over the same data as one record. Temporary: models and comparisons one after another, nothing over seeds. */
public final class MergedRuns {

    private MergedRuns() {}

    /**
     * Reads and merges.
     *
     * @param runs one at least
     * @throws DataException if one is missing or damaged, or their data differ
     */
    public static RunRecord of(List<RunFolder> runs, Progress progress) throws IOException, InterruptedException {
        RunRecord first = runs.get(0).read();
        List<RunRecord.Model> models = new ArrayList<>();
        List<RunRecord.Comparison> comparisons = new ArrayList<>();
        for (RunFolder run : runs) {
            RunRecord record = run.read();
            if (!record.dataset().equals(first.dataset())) {
                throw new DataException(run.path() + " and " + runs.get(0).path()
                        + " are runs over different data; compare runs over the same");
            }
            models.addAll(record.models());
            comparisons.addAll(record.comparisons());
        }
        return new RunRecord(
                RunRecord.SCHEMA,
                first.dataset(),
                first.machine(),
                first.commit(),
                first.started(),
                first.command(),
                first.embedding(),
                models,
                comparisons);
    }
}

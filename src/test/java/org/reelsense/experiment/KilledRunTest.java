package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.dataset.Corpus;
import org.reelsense.progress.Progress;

/** Runs whose process is killed: nothing is interrupted, told or tidied up. */
class KilledRunTest {

    /** A kill leaves the folder as it is at that moment; the moments are those at which something is reported. */
    @Test
    void run_killedAtAnyMoment_goesOnToTheSame(@TempDir Path killed) throws Exception {
        Corpus corpus = SampleRun.sample();
        Path data = killed.resolve("data");
        ExperimentSpec spec =
                SampleRun.spec("nbsvm,rnn", List.of(1L), SampleRun.SETTINGS, 2).withSizes(List.of(40));
        Snapshots moments = new Snapshots(killed.resolve("run"), killed);
        RunRecord expected = Experiment.run(spec, corpus, data, new RunFolder(moments.folder), moments);

        assertThat(moments.taken).hasSizeGreaterThan(7);
        for (Path moment : moments.taken) {
            RunFolder left = new RunFolder(moment);
            RunRecord resumed = Experiment.run(spec, corpus, data, left, Progress.SILENT);

            assertThat(accuracies(resumed)).as(moment.toString()).isEqualTo(accuracies(expected));
            assertThat(resumed.sizes())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("trainSeconds")
                    .isEqualTo(expected.sizes());
            assertThat(left.path().toFile().list())
                    .containsExactlyInAnyOrder("results.json", "mistakes.json", "models", "predictions");
        }
    }

    private static List<List<Object>> accuracies(RunRecord record) {
        return record.models().stream()
                .map(model -> List.<Object>of(
                        model.name(), model.testAccuracy(), model.testLogLoss(), model.devAccuracy(), model.epochs()))
                .toList();
    }
}

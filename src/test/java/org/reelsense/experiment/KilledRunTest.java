package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        Snapshots moments = new Snapshots(new RunFolder(killed.resolve("run")), killed);
        RunRecord expected = Experiment.run(spec, corpus, data, moments.folder, moments);

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

    /** Copies a folder whenever something is reported, if a file has changed. */
    private static final class Snapshots implements Progress {

        private final RunFolder folder;
        private final Path into;
        private final List<Path> taken = new ArrayList<>();
        private Map<Path, FileTime> last = Map.of();

        private Snapshots(RunFolder folder, Path into) {
            this.folder = folder;
            this.into = into;
        }

        @Override
        public void begin(String task, long total, String unit) {
            copy();
        }

        @Override
        public void advance(long units) {}

        @Override
        public void say(String line) {
            copy();
        }

        @Override
        public void end() {
            copy();
        }

        private void copy() {
            try (Stream<Path> walk = Files.walk(folder.path())) {
                List<Path> files = walk.toList();
                Map<Path, FileTime> now = new HashMap<>();
                for (Path file : files) {
                    now.put(file, Files.getLastModifiedTime(file));
                }
                if (!now.equals(last)) {
                    last = now;
                    copy(files, into.resolve("moment-" + taken.size()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void copy(List<Path> files, Path copy) throws IOException {
            for (Path file : files) {
                Files.copy(file, copy.resolve(folder.path().relativize(file).toString()));
            }
            taken.add(copy);
        }
    }
}

package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.dataset.Corpus;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

class MergedRunsTest {

    @TempDir
    static Path folder;

    private static Corpus corpus;
    private static RunFolder networks;
    private static RunFolder yardsticks;

    @BeforeAll
    static void run() throws Exception {
        corpus = SampleRun.sample();
        networks = run("networks", "rnn,gru", corpus);
        yardsticks = run("yardsticks", "nbsvm,gru", corpus);
    }

    private static RunFolder run(String name, String models, Corpus corpus) throws Exception {
        RunFolder run = new RunFolder(folder.resolve(name));
        Experiment.run(
                SampleRun.spec(models, List.of(1L), SampleRun.SETTINGS, 2),
                corpus,
                folder.resolve("data"),
                run,
                Progress.SILENT);
        return run;
    }

    @Test
    void of_oneRun_isItsRecord() throws Exception {
        assertThat(MergedRuns.of(List.of(networks))).isEqualTo(networks.read());
    }

    @Test
    void of_twoRuns_comparesTheirModelsReviewByReview() throws Exception {
        RunRecord merged = MergedRuns.of(List.of(networks, yardsticks));

        assertThat(merged.models())
                .extracting(RunRecord.Model::name)
                .containsExactly("rnn", "gru@networks", "nbsvm", "gru@yardsticks", "gru+nbsvm@yardsticks");
        RunRecord.Comparison same = comparison(merged, "gru@networks", "gru@yardsticks");
        assertThat(same.accuracyDifference()).isZero();
        assertThat(same.mcnemarP()).isEqualTo(1);
        RunRecord.Comparison across = comparison(merged, "rnn", "nbsvm");
        assertThat(across.accuracyDifference())
                .isEqualTo(accuracy(networks, "rnn") - accuracy(yardsticks, "nbsvm"), within(1e-12));
        assertThat(across.trainTimeRatio()).isNull();
    }

    private static RunRecord.Comparison comparison(RunRecord record, String a, String b) {
        return record.comparisons().stream()
                .filter(one -> one.a().equals(a) && one.b().equals(b))
                .findFirst()
                .orElseThrow();
    }

    private static double accuracy(RunFolder run, String model) throws IOException {
        return run.read().models().stream()
                .filter(one -> one.name().equals(model))
                .findFirst()
                .orElseThrow()
                .testAccuracy();
    }

    @Test
    void of_otherData_isRefusedByName(@TempDir Path other) throws Exception {
        RunFolder small = new RunFolder(other);
        Experiment.run(
                SampleRun.spec("majority", List.of(1L), SampleRun.SETTINGS, 1),
                corpus.limitedTo(60),
                folder.resolve("data"),
                small,
                Progress.SILENT);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MergedRuns.of(List.of(networks, small)))
                .withMessageContaining(small.results() + " is of other data than " + networks.results())
                .withMessageContaining("compare runs of the same data");
    }

    @Test
    void of_noneOrOneTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergedRuns.of(List.of()))
                .withMessageContaining("none given");
        RunFolder again = new RunFolder(networks.path().resolve("../networks"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergedRuns.of(List.of(networks, again)))
                .withMessageContaining("is given twice");
    }

    @Test
    void of_predictionsMissing_namesTheFile(@TempDir Path copy) throws Exception {
        RunFolder broken = copyOf(networks, copy);
        Files.delete(broken.predictions("rnn-1"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MergedRuns.of(List.of(yardsticks, broken)))
                .withMessageContaining(broken.predictions("rnn-1") + " is missing");
    }

    @Test
    void of_predictionsOfAnotherRun_areNotBelieved(@TempDir Path copy) throws Exception {
        RunFolder broken = copyOf(networks, copy);
        Path file = broken.predictions("rnn-1");
        Files.writeString(file, Files.readString(file).replaceFirst(",0,[0-9.E-]+\n", ",0,1.0\n"));
        Files.writeString(file, Files.readString(file).replaceFirst(",1,[0-9.E-]+\n", ",1,0.0\n"));
        Files.writeString(file, Files.readString(file).replaceAll(",1,0\\.[0-9]+\n", ",1,0.0\n"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MergedRuns.of(List.of(yardsticks, broken)))
                .withMessageContaining(file + " does not give the test scores of " + broken.results());
    }

    /** Two probabilities exchanged, on the same side of one half: as many are right. */
    @Test
    void of_predictionsChangedAtTheSameAccuracy_areNotBelieved(@TempDir Path path) throws Exception {
        RunFolder changed = made(path, "a");
        Path file = changed.predictions("gru-1");
        Files.writeString(file, Files.readString(file).replaceFirst("0\\.75", "0.76"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MergedRuns.of(List.of(changed, made(path, "b"))))
                .withMessageContaining(file + " does not give the test scores of " + changed.results());
    }

    /** All right, so that their accuracy is the same. */
    @Test
    void of_predictionsCutAtALine_namesTheFile(@TempDir Path path) throws Exception {
        RunFolder cut = MadeTrials.folder(path.resolve("a"), "c", "", MadeTrials.network("gru", 1, 1, "1111"));
        Path file = cut.predictions("gru-1");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MergedRuns.of(List.of(cut, made(path, "b"))))
                .withMessageContaining(file + " has 3 reviews and " + cut.results() + " 4");
    }

    private static RunFolder made(Path path, String name) throws IOException {
        return MadeTrials.folder(path.resolve(name), "c", "", MadeTrials.network("gru", 1, 1, "1101"));
    }

    /** No kind, no calibration, no summaries, and a run of networks only. */
    @Test
    void of_recordOfTheFirstRelease_isComparedUnderItsFolder(@TempDir Path path) throws Exception {
        RunFolder first = made(path, "first");
        RunRecord.Model now = first.read().models().get(0);
        String json = Files.readString(first.results());
        Files.writeString(
                first.results(),
                json.replaceAll("(?m)^.*\"(kind|embeddings)\" : .*\n", "").replaceAll(",(\\s*})", "$1"));
        assertThat(first.read().models().get(0).kind()).isNull();

        RunRecord merged = MergedRuns.of(List.of(first, made(path, "now")));

        assertThat(merged.models()).extracting(RunRecord.Model::name).containsExactly("gru@first", "gru@now");
        assertThat(merged.models().get(1)).isEqualTo(now.named("gru@now"));
        assertThat(merged.pairs().get(0).trainTimeRatio()).isEqualTo(1);
    }

    @Test
    void of_modelTwiceInOneRecord_isDamaged(@TempDir Path path) throws Exception {
        RunFolder twice = made(path, "a");
        ScoredTrial gru = MadeTrials.network("gru", 1, 1, "1101");
        twice.write(MadeTrials.record("c", "", List.of(gru, gru), null));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MergedRuns.of(List.of(twice, made(path, "b"))))
                .withMessage(twice.results() + " is damaged: it has gru-1 twice; run again");
    }

    @Test
    void of_foldersOfOneName_saysWhatToDo(@TempDir Path path) throws Exception {
        RunFolder one = made(path, "x/run");
        RunFolder other = made(path, "y/run");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergedRuns.of(List.of(one, other)))
                .withMessageContaining("(gru@run-1); rename a folder");
    }

    /** Every value of the record in turn is taken away, no number, below its range, or nothing. */
    @Test
    void of_recordDamagedAnywhere_isMergedOrADataException(@TempDir Path path) throws Exception {
        RunFolder damaged = made(path, "a");
        RunFolder sound = made(path, "b");
        JsonNode json = RunFolder.JSON.readTree(damaged.results().toFile());
        int refused = 0;
        for (String place : DamagedJson.places(json)) {
            for (String instead : List.of("", "null", "\"NaN\"", "-1", "0", "[]", "{}")) {
                Files.writeString(
                        damaged.results(), DamagedJson.of(json, place, instead).toString());
                try {
                    MergedRuns.of(List.of(damaged, sound));
                } catch (DataException expected) {
                    assertThat(expected).as(place + " = " + instead).hasMessageContaining(path.toString());
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static RunFolder copyOf(RunFolder run, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(run.path())) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(run.path().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return new RunFolder(copy);
    }
}

package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.progress.Progress;

/** Whole runs over corpora that have too little of something. */
class OddCorporaTest {

    private static final String ALL = "majority,wordcount,nbsvm,gru";

    @TempDir
    static Path data;

    @TempDir
    Path path;

    private static Corpus sample;

    @BeforeAll
    static void open() throws Exception {
        sample = SampleRun.sample();
    }

    private RunRecord run(ExperimentSpec spec, Corpus corpus) throws Exception {
        RunFolder folder = new RunFolder(path.resolve("run"));
        RunRecord record = Experiment.run(spec, corpus, data, folder, Progress.SILENT);
        assertThat(folder.read()).isEqualTo(record);
        assertThat(Files.readString(folder.results())).doesNotContain("NaN", "Infinity");
        return record;
    }

    private static ExperimentSpec spec(String models) {
        return SampleRun.spec(models, List.of(1L), SampleRun.SETTINGS, 2);
    }

    @Test
    void run_smallestLimit_givesEveryModel() throws Exception {
        RunRecord record = run(spec(ALL), sample.limitedTo(20));

        assertThat(record.models())
                .extracting(RunRecord.Model::name)
                .containsExactly("majority", "wordcount", "nbsvm", "gru", "gru+nbsvm");
        assertThat(record.dataset().train()).isEqualTo(20);
        assertThat(record.models()).allSatisfy(model -> {
            assertThat(model.testAccuracy()).isBetween(model.testAccuracyLow(), model.testAccuracyHigh());
            assertThat(model.testLogLoss()).isFinite();
        });
    }

    @Test
    void run_testOfOneClass_hasNoCurvesAndEveryOtherScore() throws Exception {
        RunRecord record = run(
                spec(ALL),
                new Corpus("one-sided test", "1", sample.train(), sample.dev(), positive(sample.test()), List.of()));

        assertThat(record.models()).allSatisfy(model -> {
            assertThat(model.testAuc()).isNull();
            assertThat(model.testConfusion().falsePositives()).isZero();
            assertThat(model.testConfusion().trueNegatives()).isZero();
            assertThat(model.testAccuracy()).isEqualTo(model.testRecall());
        });
        assertThat(record.models())
                .filteredOn(model -> model.diagnostics() != null)
                .hasSize(4)
                .allSatisfy(model -> {
                    assertThat(model.diagnostics().roc()).isNull();
                    assertThat(model.diagnostics().precisionRecall()).isNull();
                    assertThat(model.diagnostics().averagePrecision()).isNull();
                    assertThat(model.diagnostics().slices()).isNotEmpty();
                });
    }

    @Test
    void run_devOfOneClass_calibratesWithinItsLimits() throws Exception {
        RunRecord record = run(
                spec(ALL),
                new Corpus("one-sided dev", "2", sample.train(), positive(sample.dev()), sample.test(), List.of()));

        assertThat(record.models())
                .filteredOn(model -> model.calibration() != null)
                .hasSize(4)
                .allSatisfy(
                        model -> assertThat(model.calibration().temperature()).isBetween(0.25, 4.0));
    }

    @Test
    void run_trainingOfOneClass_trainsAllTheSame() throws Exception {
        RunRecord record = run(
                spec("majority,wordcount,nbsvm"),
                new Corpus(
                        "one-sided training",
                        "3",
                        positive(sample.train()),
                        sample.dev(),
                        sample.test(),
                        sample.unlabelled()));

        assertThat(record.models())
                .hasSize(3)
                .allSatisfy(model -> assertThat(model.testRecall()).isEqualTo(1));
    }

    /** A size leaves no model and no predictions, and the parts of a limited corpus are of that. */
    @Test
    void run_limitAndSizes_sizesAreInTheRecordAlone() throws Exception {
        Corpus limited = sample.limitedTo(60);

        RunRecord record = run(spec(ALL).withSizes(List.of(40, 20)), limited);

        assertThat(record.sizes())
                .extracting(size -> size.name() + " " + size.trainReviews())
                .containsExactly("wordcount 20", "nbsvm 20", "gru 20", "wordcount 40", "nbsvm 40", "gru 40");
        assertThat(record.sizes()).allSatisfy(size -> {
            assertThat(size.testAccuracy()).isBetween(size.testAccuracyLow(), size.testAccuracyHigh());
            assertThat(size.trainSeconds()).isPositive();
            assertThat(size.epochs()).isEqualTo(size.name().equals("gru") ? SampleRun.EPOCHS : 0);
        });
        Path run = path.resolve("run");
        assertThat(run.resolve("models").toFile().list()).containsExactly("gru-1.safetensors");
        assertThat(run.resolve("predictions").toFile().list())
                .containsExactlyInAnyOrder(
                        "majority-1.csv", "wordcount-1.csv", "nbsvm-1.csv", "gru-1.csv", "gru+nbsvm-1.csv");
        assertThat(run.resolve("checkpoints")).doesNotExist();
    }

    private static List<Review> positive(List<Review> reviews) {
        return reviews.stream()
                .filter(review -> review.label() == Label.POSITIVE)
                .toList();
    }
}

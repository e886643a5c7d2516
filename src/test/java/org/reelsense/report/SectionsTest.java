package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.SizeRecord;
import org.reelsense.report.Section.Sheet;

/** What the report says there is to see, against figures worked out by hand from the record. */
class SectionsTest {

    @Test
    void training_twoCells_raceToTheAccuracyBothReach() {
        // bilstm is there in its second epoch only; bigru's second is the first above 89.96.
        RunRecord run = Runs.of(
                "imdb",
                List.of(
                        Runs.model("bilstm", 1, 30, 0.9, 0.9, history(10, 0.85, 0.8996, 0.8968)),
                        Runs.model("bigru", 1, 24, 0.9, 0.9, history(8, 0.86, 0.90, 0.9004))),
                Runs.comparison(0.4, 0.001, -0.001, 0.003, 1.25));

        assertThat(section(run, Section.TRAINING).sentences())
                .containsExactly(
                        "Training reaches 89.96 % on dev with bigru after 16.0 s, with bilstm after 20.0 s.",
                        "All 2 trainings were best on dev before their last epoch.");
    }

    @Test
    void training_fullRun_countsTrainingsThatEndedAtTheirBest() {
        assertThat(section(Runs.full(), Section.TRAINING).sentences())
                .last()
                .isEqualTo("6 of 18 trainings were best on dev at the last epoch: more epochs might help there.");
    }

    @Test
    void slices_fullRun_sayWhereTheCellsDifferAndWhatIsHard() {
        List<String> sentences = section(Runs.full(), Section.SLICES).sentences();

        assertThat(sentences).hasSize(4);
        assertThat(sentences.get(0))
                .isEqualTo("By length, bilstm and bigru differ most on reviews of 1000+ tokens: 92.85 % [90.26, 94.89]"
                        + " against 90.97 % [88.15, 93.28] of 480 reviews; the intervals overlap. bilstm goes from"
                        + " 92.85 % [90.26, 94.89] on reviews of 1000+ tokens to 94.66 % [93.86, 95.34] on reviews of"
                        + " 1-99 tokens.");
        assertThat(sentences.get(1)).contains("By stars,", "bilstm goes from 88.64 %", "on reviews of 7 stars");
        assertThat(sentences.get(2)).contains("on reviews without negations");
    }

    @Test
    void slices_tables_holdMeansOverSeeds() {
        Sheet length = section(Runs.full(), Section.SLICES).sheets().get(0);

        assertThat(length.title()).isEqualTo("Test accuracy in % by length in tokens");
        assertThat(length.table().headings()).hasSize(8);
        assertThat(length.table().headings().get(7)).isEqualTo(new Table.Heading("1000+", "480 reviews", true));
        assertThat(length.table().rows()).hasSize(11);
        assertThat(length.table().rows().get(0)).startsWith("bilstm+nbsvm");
    }

    @Test
    void probabilities_fullRun_sayWhatTheTemperatureDid() {
        assertThat(section(Runs.full(), Section.PROBABILITIES).sentences())
                .containsExactly(
                        "Dividing logits by a temperature (1.11) lowers the calibration error of bilstm from 2.31 to"
                                + " 1.32 points.",
                        "After it, 6 of 11 models are better calibrated on test.",
                        "The smallest calibration error is that of bilstm: 1.32 points.",
                        "bilstm+nbsvm ranks best, with an AUC of 0.9816.");
    }

    @Test
    void sizes_twoModels_sayWhatMoreReviewsBring() {
        RunRecord run = sized(
                size("bilstm", 1, 1_000, 0.80),
                size("bilstm", 2, 1_000, 0.82),
                size("bilstm", 1, 5_000, 0.90),
                size("bilstm", 1, 22_500, 0.92),
                size("nbsvm", 1, 1_000, 0.84),
                size("nbsvm", 1, 22_500, 0.91));

        assertThat(section(run, Section.SIZES).sentences())
                .containsExactly(
                        "bilstm goes from 81.00 % with 1,000 training reviews to 92.00 % with 22,500; the last step,"
                                + " from 5,000, brings 2.00 points.",
                        "nbsvm goes from 84.00 % with 1,000 training reviews to 91.00 % with 22,500.",
                        "nbsvm is the most accurate with 1,000 (84.00 %), bilstm with 22,500 (92.00 %).");
        assertThat(section(run, Section.SIZES).sheets().get(0).table().rows().get(0))
                .containsExactly("bilstm", "1,000", "2", "81.00 ± 1.41", "-", "81.00 ± 1.41", "7.00 ± 0.00");
    }

    @Test
    void sections_firstRelease_areThoseItHasFiguresFor() {
        assertThat(Content.of(Runs.two()).sections())
                .extracting(Section::id)
                .containsExactly(Section.TRAINING, Section.PROBABILITIES, Section.SEEDS);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void sections_anyRun_haveFullRowsAndNoNaN(RunRecord run) {
        for (Section section : Content.of(run).sections()) {
            assertThat(section.sentences()).noneMatch(words -> words.matches(".*(NaN|Infinity|null).*"));
            for (Sheet sheet : section.sheets()) {
                int columns = sheet.table().headings().size();
                assertThat(sheet.table().rows()).allMatch(row -> row.size() == columns);
            }
        }
    }

    static List<RunRecord> runs() {
        return HostileRuns.all();
    }

    private static Section section(RunRecord run, String id) {
        return Content.of(run).sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Epoch> history(double seconds, double... accuracies) {
        return IntStream.range(0, accuracies.length)
                .mapToObj(i -> new Epoch(i + 1, seconds, 0.3, accuracies[i], 0.26))
                .toList();
    }

    private static SizeRecord size(String name, long seed, int reviews, double accuracy) {
        return new SizeRecord(name, seed, reviews, 5, 7, accuracy, accuracy, accuracy - 0.01, accuracy + 0.01);
    }

    private static RunRecord sized(SizeRecord... sizes) {
        RunRecord run = Runs.two();
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
                null,
                null,
                List.of(sizes));
    }
}

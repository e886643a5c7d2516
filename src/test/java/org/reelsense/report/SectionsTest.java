package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.embedding.WordMap;
import org.reelsense.experiment.Diagnostics.Slice;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Comparison;
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
                        "None of the 2 trainings was best on dev at its last epoch.");
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

        assertThat(sentences).hasSize(5);
        assertThat(sentences.get(0))
                .isEqualTo("By length, bilstm and bigru differ most on the 480 reviews of 1000 or more tokens: 92.85 %"
                        + " [90.26, 94.89] against 90.97 % [88.15, 93.28]; the intervals overlap. bilstm goes from"
                        + " 92.85 % [90.26, 94.89] on reviews of 1000 or more tokens to 94.66 % [93.86, 95.34] on"
                        + " reviews of 1-99 tokens.");
        assertThat(sentences.get(1))
                .contains("at most 64 tokens unless the command says --pieces", "does not test the claim");
        assertThat(sentences.get(2)).contains("By stars,", "bilstm goes from 88.64 %", "on reviews of 7 stars");
        assertThat(sentences.get(3))
                .contains("on reviews with 3 or more negations per 100 tokens", "on reviews without negations");
        assertThat(sentences.get(4)).contains("on reviews with 10 % or more rare tokens");
    }

    @Test
    void slices_oneNegation_isSingular() {
        RunRecord run = Runs.sliced(List.of(
                List.of(new Slice("negation", "under 1", 1_000, 900), new Slice("negation", "1-2", 1_000, 800))));

        assertThat(section(run, Section.SLICES).sentences())
                .containsExactly(
                        "bilstm goes from 80.00 % [77.41, 82.36] on reviews with 1-2 negations per 100 tokens to"
                                + " 90.00 % [87.98, 91.71] on reviews with under 1 negation per 100 tokens.");
    }

    @Test
    void slices_note_speaksOfMeansWhereThereAreSome() {
        assertThat(section(Runs.full(), Section.SLICES).note()).startsWith("Means over seeds. Intervals");
        assertThat(section(FullRun.record(1, ""), Section.SLICES).note()).startsWith("Intervals are Wilson's");
    }

    @Test
    void slices_tables_holdMeansOverSeeds() {
        Sheet length = section(Runs.full(), Section.SLICES).sheets().get(0);

        assertThat(length.title()).isEqualTo("Test accuracy in % by length in tokens");
        assertThat(length.table().headings()).hasSize(8);
        assertThat(length.table().headings().get(7)).isEqualTo(new Table.Heading("1000+", "480 reviews", true));
        assertThat(length.table().rows()).hasSize(9);
        assertThat(length.table().rows().get(0)).startsWith("bilstm");
    }

    @Test
    void probabilities_fullRun_sayWhatTheTemperatureDid() {
        assertThat(section(Runs.full(), Section.PROBABILITIES).sentences())
                .containsExactly(
                        "Dividing logits by a temperature (1.11) lowers the calibration error of bilstm from 2.31 to"
                                + " 1.32 points.",
                        "With the temperature, 6 of 8 models are better calibrated on test than without.",
                        "The calibration error of bilstm and lstm is the smallest: 1.32 points.",
                        "bilstm+nbsvm ranks best, with an AUC of 0.9816.");
    }

    /** It gives all reviews the same probability: its error is 0 and means nothing. */
    @Test
    void probabilities_majority_isNotTheBestCalibrated() {
        Section section = section(Runs.full(), Section.PROBABILITIES);
        Table table = section.sheets().get(0).table();
        int majority = table.rows().size() - 1;

        assertThat(table.rows().get(majority)).startsWith("majority");
        assertThat(table.best()).noneMatch(place -> place.row() == majority);
    }

    /** Seconds of two machines are not compared. */
    @Test
    void training_noRatioOfTimes_isNoRace() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(Runs.BILSTM, Runs.BIGRU),
                new Comparison("bilstm", "bigru", 1, 0.4, 0.001, -0.001, 0.003, null));

        assertThat(section(run, Section.TRAINING).sentences()).noneMatch(words -> words.contains("reaches"));
        assertThat(Content.of(run).notes()).last().asString().contains("do not compare their seconds");
        assertThat(Content.of(Runs.two()).notes()).noneMatch(note -> note.contains("seconds"));
    }

    @Test
    void sizes_lastStepCosts_saysSo() {
        RunRecord run =
                sized(size("bilstm", 1, 1_000, 0.80), size("bilstm", 1, 5_000, 0.92), size("bilstm", 1, 22_500, 0.91));

        assertThat(section(run, Section.SIZES).sentences())
                .containsExactly("bilstm goes from 80.00 % with 1,000 training reviews to 91.00 % with 22,500; the last"
                        + " step, from 5,000, costs 1.00 points.");
    }

    @Test
    void sizes_equalModels_shareTheLead() {
        RunRecord run = sized(
                size("bilstm", 1, 1_000, 0.80001),
                size("bilstm", 1, 22_500, 0.92),
                size("bigru", 1, 1_000, 0.80002),
                size("bigru", 1, 22_500, 0.91));

        assertThat(section(run, Section.SIZES).sentences())
                .last()
                .isEqualTo(
                        "bilstm and bigru are the most accurate with 1,000 (80.00 %), bilstm with 22,500 (92.00 %).");
    }

    @Test
    void words_oneSideOnly_isNoSentenceOfTheOther() {
        WordMap map = new WordMap(0.2, 0.1, List.of(new WordMap.Place("superb", 1, 2, true)));

        assertThat(section(Runs.withWords(map), Section.WORDS).sentences())
                .contains("Positive words on the map, from left to right: superb.")
                .noneMatch(words -> words.startsWith("Negative"));
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
        return Stream.concat(HostileRuns.all().stream(), HostileRuns.oddFigures().stream())
                .toList();
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
        return Runs.with(Runs.two(), null, null, List.of(sizes));
    }
}

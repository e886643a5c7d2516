package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Comparison;
import org.reelsense.experiment.RunRecord.Model;

class LeadTest {

    @Test
    void full_threeSentences_sayWhoIsBestWhatPartsBringAndLstmAgainstGru() {
        assertThat(lead(Runs.full()))
                .containsExactly(
                        "bilstm+nbsvm is the most accurate on test with 93.39 % (mean over 3 seeds, standard deviation"
                                + " 0.10, 95 % interval 93.06 to 93.71), not significantly more accurate than"
                                + " bigru+nbsvm; the best network alone is bilstm with 92.65 %.",
                        "Gates bring 4.77 points (bilstm against birnn, p < 0.001: significant); the second direction"
                                + " brings 0.33 points (bilstm against lstm, p = 0.003: significant).",
                        "bigru trains 1.24 times as fast as bilstm (1.23 to 1.25 over 3 seeds; 304 s against 377 s on"
                                + " average); test accuracy differs by 0.10 points in favour of bilstm (95 % interval"
                                + " -0.12 to 0.32, standard deviation between seeds 0.17, p = 0.37; McNemar's test is"
                                + " significant at 0 of 3 seeds), which is not significant.");
    }

    @Test
    void firstRelease_twoModels_needsNoSummaries() {
        assertThat(lead(Runs.two()))
                .containsExactly(
                        "bigru is the most accurate on test with 90.24 % (95 % interval 89.86 to 90.60), not"
                                + " significantly more accurate than bilstm.",
                        "Seed 1: bigru trains 1.24 times as fast as bilstm (252 s against 312 s); test accuracy differs"
                                + " by 0.12 points in favour of bigru (95 % interval -0.10 to 0.34, McNemar p = 0.41),"
                                + " which is not significant.");
    }

    @Test
    void oneModel_isNotTheBestOfAnything() {
        assertThat(lead(Runs.one()))
                .containsExactly("bilstm reaches an accuracy of 90.12 % on test (95 % interval 89.74 to 90.48).");
    }

    @Test
    void sameFigureWritten_isATie() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(
                        Runs.model("bilstm", 1, 10, 0.90121, 0.9, List.of()),
                        Runs.model("bigru", 1, 10, 0.90124, 0.9, List.of())));

        assertThat(lead(run)).containsExactly("bigru and bilstm are the most accurate on test with 90.12 % each.");
    }

    @Test
    void yardstickIsBest_namesTheBestNetworks() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(
                        OverSeeds.model(Model.YARDSTICK, "nbsvm", 1, 0.92, 1, 1, 1),
                        OverSeeds.model(Model.NETWORK, "bilstm", 1, 0.91002, 1, 1, 1),
                        OverSeeds.model(Model.NETWORK, "bigru", 1, 0.91001, 1, 1, 1)));

        assertThat(lead(run))
                .containsExactly(
                        "nbsvm is the most accurate on test with 92.00 % (95 % interval 91.66 to 92.33); the best"
                                + " networks alone are bilstm and bigru with 91.00 %.");
    }

    @Test
    void yardsticksOnly_areComparedWithoutNetworks() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(
                        OverSeeds.model(Model.YARDSTICK, "majority", 1, 0.5, 1, 1, 1),
                        OverSeeds.model(Model.YARDSTICK, "nbsvm", 1, 0.92, 1, 1, 1)));

        assertThat(lead(run))
                .containsExactly("nbsvm is the most accurate on test with 92.00 % (95 % interval 91.66 to 92.33).");
    }

    /** A tie of a network and a yardstick: the network has been named. */
    @Test
    void networkAmongTheBest_isNamedOnce() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(
                        OverSeeds.model(Model.YARDSTICK, "nbsvm", 1, 0.92, 1, 1, 1),
                        OverSeeds.model(Model.NETWORK, "bilstm", 1, 0.92, 1, 1, 1)));

        assertThat(lead(run)).containsExactly("nbsvm and bilstm are the most accurate on test with 92.00 % each.");
    }

    @Test
    void partThatCosts_saysSo() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(
                        Runs.model("bilstm", 1, 10, 0.85, 0.9, List.of()),
                        Runs.model("birnn", 1, 10, 0.88, 0.9, List.of())),
                new Comparison("birnn", "bilstm", 1, 0.01, 0.03, 0.01, 0.05, null));

        assertThat(lead(run)).contains("Gates cost 3.00 points (bilstm against birnn, p = 0.010: significant).");
    }

    /** One seed of several is no verdict on the models. */
    @Test
    void severalSeedsWithoutPairs_claimNothingFromOneSeed() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(
                        Runs.model("bilstm", 1, 10, 0.9, 0.9, List.of()),
                        Runs.model("bilstm", 2, 10, 0.91, 0.9, List.of()),
                        Runs.model("lstm", 1, 10, 0.88, 0.9, List.of()),
                        Runs.model("lstm", 2, 10, 0.89, 0.9, List.of())),
                new Comparison("bilstm", "lstm", 1, 0.5, 0.02, -0.01, 0.05, 1.0));

        assertThat(lead(run))
                .containsExactly(
                        "bilstm is the most accurate on test with 90.50 % (mean over 2 seeds, standard deviation 0.71).");
    }

    @Test
    void noModel_hasNothingToSay() {
        assertThat(lead(Runs.of("imdb", List.of()))).isEmpty();
    }

    private static List<String> lead(RunRecord run) {
        return Content.of(run).lead();
    }
}

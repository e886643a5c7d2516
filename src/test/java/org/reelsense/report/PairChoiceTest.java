package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reelsense.experiment.PairSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Comparison;
import org.reelsense.experiment.RunRecord.Model;

class PairChoiceTest {

    @Test
    void chosen_fullRun_holdsOnlyPairsThatDifferInOneThing() {
        RunRecord run = Runs.full();

        assertThat(names(run))
                .containsExactly(
                        "bilstm bigru",
                        "lstm gru",
                        "rnn lstm",
                        "rnn gru",
                        "birnn bilstm",
                        "birnn bigru",
                        "rnn birnn",
                        "lstm bilstm",
                        "gru bigru",
                        "nbsvm bilstm",
                        "bilstm bilstm+nbsvm",
                        "bigru bigru+nbsvm");
    }

    @Test
    void chosen_twoFolders_areComparedWithinAndModelByModelBetween() {
        RunRecord first = FullRun.record(1, "@a");
        RunRecord second = FullRun.record(1, "@b");
        List<PairSummary> pairs = new ArrayList<>(first.pairs());
        pairs.addAll(second.pairs());
        for (Model a : first.models()) {
            for (Model b : second.models()) {
                pairs.add(new PairSummary(a.name(), b.name(), List.of(1L), 0.001, -0.1, 0.1, 0.5, 0, 1.0, null, null));
            }
        }
        RunRecord both = Runs.with(
                Runs.of(
                        "imdb",
                        Stream.concat(first.models().stream(), second.models().stream())
                                .toList()),
                null,
                pairs,
                null);

        assertThat(names(both))
                .hasSize(2 * 12 + 6)
                .startsWith("bilstm@a bigru@a", "bilstm@b bigru@b")
                .contains("nbsvm@a bilstm@a", "bilstm@a bilstm+nbsvm@a", "bilstm@a bilstm@b", "rnn@a rnn@b")
                .doesNotContain("bilstm@a bigru@b", "nbsvm@a nbsvm@b");
        assertThat(Content.of(both).comparisons())
                .hasSize(25)
                .last()
                .isEqualTo("The table has 6 more pairs like these.");
    }

    /** Two runs share bigru only, so that bilstm keeps its name; they are compared all the same. */
    @Test
    void headline_nameInOneOfTwoRunsOnly_isComparedWithTheOther() {
        RunRecord run = Runs.of(
                "imdb",
                List.of(Runs.plain("bilstm", 1), Runs.plain("bigru@a", 1), Runs.plain("bigru@b", 1)),
                new Comparison("bilstm", "bigru@a", 1, 0.5, 0.001, 0, 0, null),
                new Comparison("bilstm", "bigru@b", 1, 0.5, 0.001, 0, 0, null),
                new Comparison("bigru@a", "bigru@b", 1, 0.5, 0.001, 0, 0, null));

        assertThat(names(run)).containsExactly("bilstm bigru@a", "bilstm bigru@b", "bigru@a bigru@b");
        assertThat(new PairChoice(Contender.ranked(run)).headline(Pairing.all(run)))
                .isPresent();
    }

    @Test
    void headline_oneDirectionOnly_isTheirs() {
        RunRecord run = Runs.full();
        List<Pairing> oneWay = Pairing.all(run).stream()
                .filter(pair -> !pair.a().startsWith("bi") && !pair.b().startsWith("bi"))
                .toList();

        assertThat(new PairChoice(Contender.ranked(run)).headline(oneWay))
                .hasValueSatisfying(pair -> assertThat(pair.isOf("lstm", "gru")).isTrue());
        assertThat(new PairChoice(Contender.ranked(run)).headline(List.of())).isEmpty();
    }

    private static List<String> names(RunRecord run) {
        return new PairChoice(Contender.ranked(run))
                .chosen(Pairing.all(run)).stream()
                        .map(pair -> pair.a() + " " + pair.b())
                        .toList();
    }
}

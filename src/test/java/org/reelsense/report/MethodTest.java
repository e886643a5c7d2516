package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.experiment.RunRecord;

class MethodTest {

    @Test
    void of_severalSeeds_saysWhatTheIntervalsCoverAndWhatNot() {
        assertThat(Method.of(Runs.full()))
                .anySatisfy(words -> assertThat(words)
                        .contains("by bootstrap over test reviews and seeds", "half of it with 2 seeds", "too narrow"))
                .anySatisfy(words -> assertThat(words).contains("paired bootstrap", "geometric means"))
                .anySatisfy(words -> assertThat(words).contains("McNemar's", "Newcombe's"))
                .contains("The 55 pairs are tested one by one; p is not corrected for their number.");
    }

    @Test
    void of_oneSeed_doesNotSpeakOfSeveral() {
        List<String> method = Method.of(FullRun.record(1, ""));

        assertThat(method)
                .anySatisfy(words -> assertThat(words).contains("With one seed they speak of other reviews"))
                .noneMatch(words -> words.contains("variance between") || words.contains("geometric means"));
    }

    @Test
    void of_firstRelease_doesNotSpeakOfABootstrap() {
        assertThat(Method.of(Runs.two())).noneMatch(words -> words.contains("bootstrap"));
    }

    @Test
    void of_oneModel_comparesNothing() {
        assertThat(Method.of(Runs.one())).noneMatch(words -> words.contains("significant"));
    }

    @Test
    void of_yardsticks_saysWhatTheyAre() {
        RunRecord plain = Runs.two();

        assertThat(Method.of(Runs.full()))
                .anyMatch(words -> words.startsWith("majority gives"))
                .anyMatch(words -> words.startsWith("nbsvm is"))
                .anyMatch(words -> words.startsWith("A name with a plus"));
        assertThat(Method.of(plain)).noneMatch(words -> words.contains("nbsvm") || words.contains("plus"));
    }
}

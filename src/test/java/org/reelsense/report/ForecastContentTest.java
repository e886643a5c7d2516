package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.InventedForecasts;

class ForecastContentTest {

    private static final String WARNING = "Nothing is known to beat persistence on BANKEX";

    @Test
    void lead_fullRun_saysWhoBeatsWhat() {
        assertThat(ForecastContent.of(InventedForecasts.full()).lead())
                .first()
                .isEqualTo("1 step ahead, gru is the best network, with an RMSE of 0.04349: significantly better than"
                        + " persistence (0.38350, p < 0.001), not significantly better than seasonal (0.04518, p = 0.16)."
                        + " All networks are significantly better than persistence. lstm and gru differ by 0.00196, which"
                        + " is not significant (p = 0.16).");
    }

    @Test
    void lead_oneHorizonOneModel_saysItsFigureAlone() {
        assertThat(ForecastContent.of(InventedForecasts.one()).lead())
                .containsExactly("1 step ahead, lstm has an RMSE of 0.04450.");
    }

    @Test
    void lead_noNetwork_namesTheBestBaseline() {
        assertThat(ForecastContent.of(InventedForecasts.baselines()).lead())
                .containsExactly("20 steps ahead, seasonal has the least RMSE, 0.04450; no network was trained.");
    }

    @Test
    void lead_networksBeside_areToldApart() {
        ForecastRecord run = InventedForecasts.of(
                "weekly",
                List.of(
                        InventedForecasts.network("lstm", 1, 1, i -> 0.01 + i * 1e-4),
                        InventedForecasts.network("rnn", 1, 1, i -> 0.5 + i * 1e-3),
                        InventedForecasts.network("gru", 1, 1, i -> 0.3 + i * 1.1e-3),
                        InventedForecasts.baseline("persistence", 1, i -> 0.3 + i * 1e-3)));

        assertThat(ForecastContent.of(run).lead().get(0))
                .contains("Of the networks, only lstm is significantly better than persistence.")
                .contains("lstm and gru differ by", "which is significant");
        assertThat(ForecastContent.of(run).sections().get(0).sentences())
                .anyMatch(sentence -> sentence.startsWith("rnn is significantly worse than persistence: RMSE 0.50450"))
                .anyMatch(sentence -> sentence.startsWith("gru is not better than persistence: RMSE 0.30495 against"))
                .anyMatch(sentence -> sentence.endsWith("the two tests disagree)."));
    }

    /** What nobody has done before is rather a mistake. */
    @Test
    void lead_winOnPrices_isAWarning() {
        assertThat(ForecastContent.of(InventedForecasts.prices(0.001)).lead())
                .anyMatch(sentence -> sentence.startsWith(WARNING));
        assertThat(ForecastContent.of(InventedForecasts.prices(0.0162)).lead())
                .noneMatch(sentence -> sentence.startsWith(WARNING))
                .first()
                .asString()
                .contains("not better than persistence", "None of the networks is significantly better");
    }

    @Test
    void method_fullRun_hasTheKnownQuirks() {
        List<String> method = ForecastContent.of(InventedForecasts.full()).method();

        assertThat(String.join("\n", method))
                .contains(
                        "the scale knows the test part",
                        "20 steps ahead, 19 values of the first series are targets both of training and of test",
                        "learn from the first series alone",
                        "from one window to the next in the same column",
                        "few and not independent",
                        "nothing is known to beat persistence")
                .doesNotContain("1 step ahead, ", "ridge is");
    }

    @Test
    void method_scaledByTraining_saysSo() {
        ForecastRecord all = InventedForecasts.one();
        ForecastRecord train = InventedForecasts.with(all, "train", all.settings());

        assertThat(ForecastContent.of(train).method())
                .noneMatch(sentence -> sentence.contains("the scale knows the test part"))
                .anyMatch(sentence -> sentence.contains("no test value is seen"));
    }

    /** Mann and Whitney's p of three series each cannot be below 0.08. */
    @Test
    void lead_tooFewSeriesForATest_saysSoAndCallsNothingSignificant() {
        ForecastContent content = ForecastContent.of(InventedForecasts.ofFirstSeries(InventedForecasts.full(), 3));
        String words = String.join(" ", content.lead()) + content.sections();

        assertThat(content.lead()).last().isEqualTo("With 3 series no test could call a difference significant.");
        assertThat(words).contains("is better than persistence").doesNotContain("significantly", "Mann-Whitney 0");
    }

    @Test
    void signature_otherSettings_isAnother() {
        ForecastRecord plain = InventedForecasts.one();
        ForecastRecord window = InventedForecasts.with(
                plain, plain.scaling(), new ForecastRecord.Settings(128, 4, 32, 0.001, "window"));

        assertThat(ForecastContent.of(plain).signature())
                .contains("norm:none|hidden:128|epochs:4|batch:32|rate:0.001|season:7|")
                .isNotEqualTo(ForecastContent.of(window).signature());
    }

    @Test
    void method_normalisedWindows_saysSo() {
        ForecastRecord plain = InventedForecasts.one();
        ForecastRecord.Settings settings = plain.settings();
        ForecastRecord window = InventedForecasts.with(
                plain,
                plain.scaling(),
                new ForecastRecord.Settings(
                        settings.hidden(), settings.epochs(), settings.batch(), settings.learningRate(), "window"));
        String sentence = "less its mean and divided by its standard deviation";

        assertThat(ForecastContent.of(plain).method()).noneMatch(method -> method.contains(sentence));
        assertThat(ForecastContent.of(window).method()).anyMatch(method -> method.contains(sentence));
    }
}

package org.reelsense.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reelsense.bench.process.Setting;

class BenchOptionsTest {

    @Test
    void of_nothing_isTheWholeComparison() {
        BenchOptions options = BenchOptions.of();

        assertThat(options.part()).isEqualTo("all");
        assertThat(options.quick()).isFalse();
        assertThat(options.asksFor(new Setting(Map.of("cell", "gru")))).isTrue();
        assertThat(options.asksFor("DL4J")).isTrue();
    }

    @Test
    void of_allOptions_readsThem() {
        BenchOptions options = BenchOptions.of(
                "train",
                "--quick",
                "--out",
                "o",
                "--data",
                "d",
                "--only",
                "cell=gru",
                "--row",
                "Reel",
                "--row",
                "sgemm");

        assertThat(options.quick()).isTrue();
        assertThat(options.out()).isEqualTo(Path.of("o"));
        assertThat(options.data()).isEqualTo(Path.of("d"));
        assertThat(options.asksFor(new Setting(Map.of("cell", "lstm")))).isFalse();
        assertThat(options.asksFor("Reelsense, 1 thread")).isTrue();
        assertThat(options.asksFor("DL4J")).isFalse();
    }

    @Test
    void asksFor_aNameTwice_letsBothValuesThrough() {
        BenchOptions options =
                BenchOptions.of("train", "--only", "cell=gru", "--only", "batch=16", "--only", "batch=256");

        assertThat(options.asksFor(new Setting(Map.of("cell", "gru", "batch", "16"))))
                .isTrue();
        assertThat(options.asksFor(new Setting(Map.of("cell", "gru", "batch", "256"))))
                .isTrue();
        assertThat(options.asksFor(new Setting(Map.of("cell", "gru", "batch", "64"))))
                .isFalse();
        assertThat(options.asksFor(new Setting(Map.of("cell", "lstm", "batch", "16"))))
                .isFalse();
    }

    @Test
    void of_unknownOptionOrMissingValue_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.of("train", "--fast"))
                .withMessageContaining("--fast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.of("train", "--out"))
                .withMessageContaining("--out");
    }
}

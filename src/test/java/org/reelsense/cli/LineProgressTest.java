package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now = 42;
    private final LineProgress progress = new LineProgress(CommandRun.printer(err), () -> now);

    private List<String> lines() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void advance(int times, int units, Duration each) {
        for (int i = 0; i < times; i++) {
            now += each.toNanos();
            progress.advance(units);
        }
    }

    @Test
    void lines_shortTask_startAndEndOnly() {
        progress.begin("reading", 1000, "reviews");
        advance(1000, 1, Duration.ofMillis(4));
        progress.end();

        assertThat(lines())
                .containsExactly("reading (1,000 reviews)", "reading: 1,000 reviews in 4.0 s, 250 reviews/s");
    }

    @Test
    void lines_longTask_oneATenth() {
        progress.begin("epoch", 1000, "reviews");
        advance(1000, 1, Duration.ofMillis(200));
        progress.end();

        assertThat(lines())
                .hasSize(12)
                .element(3)
                .isEqualTo("epoch: 300 reviews of 1,000 reviews (30 %), 5.0 reviews/s, 2 min 20 s left");
    }

    @Test
    void lines_tenthsComeFast_oneInFiveSeconds() {
        progress.begin("epoch", 100, "reviews");
        advance(100, 1, Duration.ofMillis(120));

        assertThat(lines()).hasSize(3).element(1).asString().startsWith("epoch: 42 reviews of");
    }

    @Test
    void lines_tenthsComeSlowly_oneAMinute() {
        progress.begin("epoch", 100_000, "reviews");
        advance(180, 1, Duration.ofSeconds(1));

        assertThat(lines()).hasSize(4);
    }

    /** Nor do lines grow rare when an epoch takes hours. */
    @Test
    void lines_hoursLong_oneAMinuteWithTheTimeLeft() {
        progress.begin("epoch", 100_000, "reviews");
        advance(25_000, 1, Duration.ofMillis(1_440));

        assertThat(lines())
                .hasSize(596)
                .element(300)
                .isEqualTo("epoch: 12,600 reviews of 100,000 reviews (12 %), 0.7 reviews/s, 34 h 57 min left");
        assertThat(lines())
                .last()
                .isEqualTo("epoch: 24,990 reviews of 100,000 reviews (24 %), 0.7 reviews/s, 30 h 00 min left");
    }

    @Test
    void lines_unknownTotal_oneAMinute() {
        progress.begin("reading", -1, "reviews");
        advance(180, 1, Duration.ofSeconds(1));

        assertThat(lines()).hasSize(4).first().isEqualTo("reading");
    }

    @Test
    void say_anyTime_atOnceOnOneLine() {
        progress.say("epoch 1:\n0.9");
        progress.end();

        assertThat(lines()).containsExactly("epoch 1: 0.9");
    }

    @Test
    void advance_manyThreads_losesNothing() {
        progress.begin("reading", 100_000, "reviews");
        IntStream.range(0, 100_000).parallel().forEach(i -> progress.advance(1));
        now += Duration.ofSeconds(10).toNanos();
        progress.end();

        assertThat(lines()).last().isEqualTo("reading: 100,000 reviews in 10 s, 10,000 reviews/s");
    }
}

package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    @Test
    void underWay_knownTotal_countShareRateAndTimeLeft() {
        Tally tally = new Tally("epoch 1/5", 22_500, "reviews", 9_000, Duration.ofSeconds(20));

        assertThat(tally.starting()).isEqualTo("epoch 1/5 (22,500 reviews)");
        assertThat(tally.underWay())
                .isEqualTo("epoch 1/5: 9,000 reviews of 22,500 reviews (40 %), 450 reviews/s, 30 s left");
        assertThat(tally.over()).isEqualTo("epoch 1/5: 9,000 reviews in 20 s, 450 reviews/s");
    }

    @Test
    void underWay_bytes_areMegabytes() {
        Tally tally = new Tally("reading a", 50_000_000, "bytes", 10_000_000, Duration.ofMillis(500));

        assertThat(tally.underWay()).isEqualTo("reading a: 10.0 MB of 50.0 MB (20 %), 20.0 MB/s, 2.0 s left");
    }

    @Test
    void underWay_unknownOrEmptyTotal_noShareAndNoTimeLeft() {
        assertThat(new Tally("a", -1, "words", 30, Duration.ofSeconds(10)).underWay())
                .isEqualTo("a: 30 words, 3.0 words/s");
        assertThat(new Tally("a", -1, "words", 0, Duration.ZERO).starting()).isEqualTo("a");
        assertThat(new Tally("a", 0, "words", 0, Duration.ZERO).underWay()).isEqualTo("a: 0 words");
        assertThat(new Tally("a", 10, "words", 12, Duration.ofSeconds(1)).underWay())
                .isEqualTo("a: 12 words of 10 words (100 %), 12 words/s");
    }

    @ParameterizedTest
    @CsvSource({
        "0.04,0.0 s",
        "9.94,9.9 s",
        "59.4,59 s",
        "59.6,1 min 00 s",
        "200,3 min 20 s",
        "3599.6,1 h 00 min",
        "3900,1 h 05 min"
    })
    void time_anySeconds_readable(double seconds, String text) {
        assertThat(Tally.time(seconds)).isEqualTo(text);
    }
}

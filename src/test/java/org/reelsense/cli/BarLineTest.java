package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BarLineTest {

    private static final int WIDTH = 79;

    private static String running(String task, long total, String unit, long done, long seconds) {
        return BarLine.running(new Tally(task, total, unit, done, Duration.ofSeconds(seconds)), WIDTH);
    }

    @Test
    void running_halfDone_halfABarAndTheTimeLeft() {
        assertThat(running("bigru epoch 1/3", 22_500, "reviews", 11_250, 15))
                .isEqualTo("bigru epoch 1/3 [==========>         ]  50 %, 750 reviews/s, 15 s left");
    }

    @Test
    void running_longTask_hoursLeft() {
        assertThat(running("birnn epoch 1/3", 20_000, "reviews", 5_000, 3_600))
                .isEqualTo("birnn epoch 1/3 [=====>              ]  25 %, 1.4 reviews/s, 3 h 00 min left");
    }

    @Test
    void running_nothingDone_promisesNothing() {
        assertThat(running("bigru epoch 1/3", 22_500, "reviews", 0, 9))
                .isEqualTo("bigru epoch 1/3 [>                   ]   0 %");
    }

    @Test
    void running_allDone_isFull() {
        assertThat(running("a", 100, "reviews", 100, 10)).isEqualTo("a [====================] 100 %, 10 reviews/s");
        assertThat(running("a", 100, "reviews", 101, 10)).startsWith("a [====================] 100 %");
    }

    /** Formatted for Egypt, the share would have digits that the rest of the line has not. */
    @Test
    void running_whereDigitsAreOthers_theSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(running("a", 100, "reviews", 50, 10)).endsWith("]  50 %, 5.0 reviews/s, 10 s left");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void running_littleRoom_aShorterBarOrNone() {
        assertThat(running("x".repeat(35), 1000, "reviews", 500, 10))
                .isEqualTo("x".repeat(35) + " [=====>    ]  50 %, 50 reviews/s, 10 s left");
        assertThat(running("x".repeat(45), 1000, "reviews", 500, 10))
                .isEqualTo("x".repeat(45) + "  50 %, 50 reviews/s, 10 s left");
    }

    @Test
    void running_totalNotKnownOrNone_saysWhatIsDone() {
        assertThat(running("reading", -1, "bytes", 3_000_000, 2)).isEqualTo("reading: 3.0 MB, 1.5 MB/s");
        assertThat(running("reading", 0, "reviews", 0, 1)).isEqualTo("reading: 0 reviews");
    }

    /** So that it covers the line before, and is not broken by the terminal. */
    @Test
    void padded_anyLine_isAsWideAsItShould() {
        assertThat(List.of("", "a", "x".repeat(79), "x".repeat(80)))
                .allMatch(line -> BarLine.padded(line, WIDTH).length() == WIDTH)
                .allMatch(line ->
                        BarLine.padded(line, WIDTH).strip().equals(line.substring(0, Math.min(79, line.length()))));
    }
}

package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final BarProgress progress = new BarProgress(CommandRun.printer(err));

    private String drawn() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What a terminal of any width shows at the end: a carriage return goes back, later characters cover earlier ones. */
    private String shown() {
        StringBuilder screen = new StringBuilder();
        for (String line : drawn().split("\n", -1)) {
            StringBuilder row = new StringBuilder();
            for (String part : line.split("\r")) {
                row.replace(0, Math.min(part.length(), row.length()), part);
            }
            screen.append(row.toString().stripTrailing()).append('\n');
        }
        return screen.toString();
    }

    @Test
    void end_finishedTask_whatItTookOnItsOwnLine() {
        progress.begin("reading a.tar.gz", 50_000_000, "bytes");
        progress.advance(20_000_000);
        progress.advance(30_000_000);
        progress.end();

        assertThat(shown()).startsWith("reading a.tar.gz: 50.0 MB in ").hasLineCount(2);
    }

    /** So there is nothing that {@code NO_COLOR} could forbid. */
    @Test
    void draw_anyTask_noEscapes() {
        progress.begin("epoch 1/5", 100, "reviews");
        progress.advance(50);
        progress.say("dev accuracy 0.9");
        progress.end();

        assertThat(drawn()).isNotEmpty().doesNotContain("\033");
    }

    @Test
    void say_whileTheBarIsDrawn_standsAboveIt() {
        progress.begin("epoch 1/5", 100, "reviews");
        progress.advance(100);
        progress.say("dev accuracy 0.9");
        progress.end();

        assertThat(shown().lines().filter(line -> line.equals("dev accuracy 0.9")))
                .hasSize(1);
        assertThat(shown().lines().skip(1).findFirst())
                .hasValueSatisfying(bar -> assertThat(bar).startsWith("epoch 1/5: 100 reviews in "));
    }

    @Test
    void begin_longNameOrUnknownTotal_staysOnOneLine() {
        progress.begin("downloading https://example.org/" + "long/".repeat(30) + "a.tar.gz", -1, "bytes");
        progress.advance(3_000_000);
        progress.end();

        assertThat(drawn().split("[\r\n]")).allMatch(part -> part.length() <= 79);
        assertThat(shown()).contains("a.tar.gz", "3");
    }

    @Test
    void end_twiceOrWithoutBegin_nothingMore() {
        progress.end();
        progress.begin("a", 1, "reviews");
        progress.end();
        String before = drawn();
        progress.end();

        assertThat(drawn()).isEqualTo(before);
    }
}

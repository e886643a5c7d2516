package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reelsense.Contribution;
import org.reelsense.Explanation;
import org.reelsense.Prediction;
import org.reelsense.Sentiment;
import org.reelsense.scoring.InputFormat;
import org.reelsense.scoring.Labels;
import org.reelsense.scoring.Review;
import org.reelsense.scoring.ReviewReader;

class HighlightWriterTest {

    private static final String GREEN = "\033[38;5;16;48;5;83m";
    private static final String PALE_RED = "\033[38;5;16;48;5;217;4m";
    private static final String PLAIN = "\033[0m";

    private static String shown(String text, Contribution... contributions) throws IOException {
        Prediction prediction =
                new Prediction(Sentiment.POSITIVE, 0.75, Optional.of(new Explanation(List.of(contributions), 0, 0)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReviewReader reader = ReviewReader.of(
                "a.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), InputFormat.TEXT, "text")) {
            Review review = (Review) reader.next().orElseThrow();
            new HighlightWriter(new Labels(0.5)).write(review, prediction, out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void write_contributions_colourTheirWords() throws IOException {
        assertThat(shown(
                        "A great, dull film",
                        new Contribution("great", 2, 7, 2.0),
                        new Contribution(",", 7, 8, 0.01),
                        new Contribution("dull", 9, 13, -0.9)))
                .isEqualTo("a.txt  positive  0.7500" + System.lineSeparator() + "A " + GREEN + "great" + PLAIN + ", "
                        + PALE_RED + "dull" + PLAIN + " film\n\n");
    }

    @Test
    void write_tokensOfOneCharacter_shareIt() throws IOException {
        assertThat(shown("\u00bd star", new Contribution("1", 0, 1, 1.0), new Contribution("/2", 0, 1, 1.0)))
                .contains(GREEN + "\u00bd" + PLAIN + " star");
    }

    @Test
    void write_nothingWeighsMuch_nothingIsStrong() throws IOException {
        assertThat(shown("so so", new Contribution("so", 0, 2, 0.01))).doesNotContain("\033");
    }

    @Test
    void write_textThatSteersTerminals_isHarmless() throws IOException {
        assertThat(shown("a\u001b[2Jb", new Contribution("a", 0, 1, 0.0)))
                .endsWith("a [2Jb\n\n")
                .doesNotContain("\033");
    }
}

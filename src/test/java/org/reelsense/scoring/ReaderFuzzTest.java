package org.reelsense.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reelsense.Prediction;

/** Whatever bytes are handed in as reviews: each record is a review or a failure, and the reader comes to an end. */
class ReaderFuzzTest {

    private static final Prediction PREDICTION = Prediction.ofProbability(0.75);

    @FuzzTest
    void next_anyCsv_reviewsOrFailures(byte[] bytes) throws IOException {
        List<Review> reviews = reviews(bytes, InputFormat.CSV);
        for (Review review : reviews) {
            List<String> values = review.row().values();
            String line = new CsvLines().line(values);
            assertThat(new CsvSyntax().values(line.substring(0, line.length() - 1)))
                    .isEqualTo(values);
        }
    }

    @FuzzTest
    void next_anyTsv_reviewsOrFailures(byte[] bytes) throws IOException {
        for (Review review : reviews(bytes, InputFormat.TSV)) {
            List<String> values = review.row().values();
            String line = new TsvLines().line(values);
            assertThat(line.chars().filter(c -> c == '\t').count()).isEqualTo(values.size() - 1);
            assertThat(line.substring(0, line.length() - 1)).doesNotContain("\n", "\r");
        }
    }

    /** What is written for an object is one again, and holds the same text. */
    @FuzzTest
    void next_anyJsonLines_reviewsOrFailures(byte[] bytes) throws IOException {
        List<Review> reviews = reviews(bytes, InputFormat.JSONL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultWriter writer = new JsonLinesWriter(new Labels(0.5), false);
        for (Review review : reviews) {
            writer.write(review, PREDICTION, out);
        }
        assertThat(reviews(out.toByteArray(), InputFormat.JSONL).stream().map(Review::text))
                .isEqualTo(reviews.stream().map(Review::text).toList());
    }

    @FuzzTest
    void next_anyLines_reviewsOrFailures(byte[] bytes) throws IOException {
        reviews(bytes, InputFormat.LINES);
        reviews(bytes, InputFormat.TEXT);
    }

    private static List<Review> reviews(byte[] bytes, InputFormat format) throws IOException {
        List<Review> reviews = new ArrayList<>();
        int entries = 0;
        try (ReviewReader reader = ReviewReader.of("fuzzed", new ByteArrayInputStream(bytes), format, "text")) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                entries++;
                if (next.get() instanceof Review review) {
                    reviews.add(review);
                }
            }
        }
        assertThat(entries).isLessThanOrEqualTo(bytes.length + 1);
        return reviews;
    }
}

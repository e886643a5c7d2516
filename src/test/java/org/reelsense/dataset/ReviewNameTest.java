package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewNameTest {

    @ParameterizedTest
    @CsvSource({
        "train/pos/123_8.txt, TRAIN_POSITIVE, 123, 8",
        "test/neg/0_1.txt, TEST_NEGATIVE, 0, 1",
        "train/unsup/49999_0.txt, UNLABELLED, 49999, 0",
        "train/pos/7.txt, TRAIN_POSITIVE, 7, 0",
        "train/pos/7_11.txt, TRAIN_POSITIVE, 7, 0",
        "train/neg/cv000_29590.txt, TRAIN_NEGATIVE, 9223372036854775807, 0",
        "train/neg/12345678901234567890_3.txt, TRAIN_NEGATIVE, 9223372036854775807, 3",
        "train/neg/a..b.txt, TRAIN_NEGATIVE, 9223372036854775807, 0",
    })
    void parse_reviewPath_hasSectionNumberAndStars(String path, Section section, long number, int stars) {
        ReviewName name = ReviewName.parse(path).orElseThrow();
        assertThat(name.section()).isEqualTo(section);
        assertThat(name.number()).isEqualTo(number);
        assertThat(name.stars()).isEqualTo(stars);
        assertThat(name.id() + ".txt").isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1_2.txt",
                "train/1_2.txt",
                "train/pos/1_2.feat",
                "train/pos/deep/1_2.txt",
                "train/pos/../pos/1_2.txt",
                "/train/pos/1_2.txt",
                "train/pos/._1_2.txt",
                "train/pos/.txt",
                "test/unsup/1_2.txt",
            })
    void parse_anyOtherPath_isNoReview(String path) {
        assertThat(ReviewName.parse(path)).isEmpty();
    }

    @Test
    void order_sorts_bySectionThenNumberThenName() {
        assertThat(Stream.of(
                                "train/unsup/0_0.txt",
                                "test/pos/1_9.txt",
                                "train/pos/b.txt",
                                "train/pos/a.txt",
                                "train/pos/10_7.txt",
                                "train/pos/2_9.txt",
                                "train/neg/11_1.txt")
                        .map(path -> ReviewName.parse(path).orElseThrow())
                        .sorted(ReviewName.ORDER)
                        .map(ReviewName::id))
                .containsExactly(
                        "train/neg/11_1",
                        "train/pos/2_9",
                        "train/pos/10_7",
                        "train/pos/a",
                        "train/pos/b",
                        "test/pos/1_9",
                        "train/unsup/0_0");
    }
}

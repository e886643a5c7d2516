package org.reelsense.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A corpus in figures.
 *
 * @param parts train, dev, test and unlabelled
 */
public record DatasetStats(List<Part> parts) {

    private static final int MOST_STARS = 10;

    /**
     * One part in figures.
     *
     * @param films distinct known films
     * @param stars eleven counts: the reviews with 0 (unknown), 1, ... 10 stars
     * @param characters Unicode code points a review, of the raw text
     * @param words runs of anything but white space a review, of the raw text
     */
    public record Part(
            String name,
            int reviews,
            int positive,
            int negative,
            int films,
            List<Integer> stars,
            Lengths characters,
            Lengths words) {

        public Part {
            stars = List.copyOf(stars);
        }
    }

    /** How long reviews are; zeros if there is none. */
    public record Lengths(double mean, double median, int max) {

        static Lengths of(List<Review> reviews, ToIntFunction<String> measure) {
            int[] sorted = reviews.stream()
                    .map(Review::text)
                    .mapToInt(measure)
                    .sorted()
                    .toArray();
            if (sorted.length == 0) {
                return new Lengths(0, 0, 0);
            }
            int upper = sorted[sorted.length / 2];
            int lower = sorted[(sorted.length - 1) / 2];
            double mean = Arrays.stream(sorted).average().orElse(0);
            return new Lengths(mean, ((double) lower + upper) / 2, sorted[sorted.length - 1]);
        }
    }

    public DatasetStats {
        parts = List.copyOf(parts);
    }

    static DatasetStats of(Corpus corpus) {
        return new DatasetStats(List.of(
                part("train", corpus.train()),
                part("dev", corpus.dev()),
                part("test", corpus.test()),
                part("unlabelled", corpus.unlabelled())));
    }

    private static Part part(String name, List<Review> reviews) {
        int labelled = (int) reviews.stream().filter(Review::isLabelled).count();
        int positive = (int) reviews.stream().filter(Review::isPositive).count();
        long films = reviews.stream()
                .map(Review::film)
                .filter(f -> !f.isEmpty())
                .distinct()
                .count();
        return new Part(
                name,
                reviews.size(),
                positive,
                labelled - positive,
                (int) films,
                stars(reviews),
                Lengths.of(reviews, text -> text.codePointCount(0, text.length())),
                Lengths.of(reviews, DatasetStats::words));
    }

    private static List<Integer> stars(List<Review> reviews) {
        int[] counts = new int[MOST_STARS + 1];
        reviews.forEach(review -> counts[review.stars()]++);
        return IntStream.of(counts).boxed().toList();
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }
}

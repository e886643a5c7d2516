package org.reelsense.dataset;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.storage.DataException;

/**
 * The reviews of one dataset in their four parts. Each part is sorted by section and number, negatives first; no film
 * is in both {@code train} and {@code dev}. Immutable.
 *
 * @param name of the dataset, such as {@code imdb}
 * @param sha256 of the archive, or of the reviews themselves if they came from a folder
 * @param train labelled, to learn from
 * @param dev labelled, to choose by
 * @param test labelled, to be scored once
 * @param unlabelled for word vectors; may be empty
 */
public record Corpus(
        String name, String sha256, List<Review> train, List<Review> dev, List<Review> test, List<Review> unlabelled) {

    private static final int SMALLEST_LIMIT = 20;
    private static final int TRAIN_PER_DEV = 9;
    private static final int UNLABELLED_PER_TRAIN = 2;

    public Corpus {
        train = List.copyOf(train);
        dev = List.copyOf(dev);
        test = List.copyOf(test);
        unlabelled = List.copyOf(unlabelled);
    }

    /** Cuts the dev set and joins the parts. */
    static Corpus of(String name, String sha256, Reviews reviews) throws DataException {
        DevSplit split = DevSplit.cut(reviews.labelled());
        return new Corpus(name, sha256, split.train(), split.dev(), reviews.test(), reviews.unlabelled());
    }

    /**
     * A smaller corpus for quick trials: at most {@code n} training, {@code n / 9} dev, {@code n} test and {@code 2 n}
     * unlabelled reviews, half of each class, drawn evenly from all of the part. The same {@code n} gives the same
     * reviews.
     *
     * @throws IllegalArgumentException if {@code n} is under 20
     */
    public Corpus limitedTo(int n) {
        requireLimit(n);
        return new Corpus(
                name,
                sha256,
                balanced(train, n),
                balanced(dev, n / TRAIN_PER_DEV),
                balanced(test, n),
                evenly(unlabelled, (long) UNLABELLED_PER_TRAIN * n));
    }

    /**
     * Whether {@link #limitedTo} takes {@code n}, to be asked before a corpus is downloaded or read.
     *
     * @throws IllegalArgumentException if {@code n} is under 20
     */
    public static void requireLimit(int n) {
        if (n < SMALLEST_LIMIT) {
            throw new IllegalArgumentException("limit is " + n + ": give " + SMALLEST_LIMIT
                    + " or more training reviews, or leave it out to use all of them");
        }
    }

    private static List<Review> balanced(List<Review> reviews, int most) {
        List<Review> negative = reviews.stream().filter(r -> !r.isPositive()).toList();
        List<Review> positive = reviews.stream().filter(Review::isPositive).toList();
        int each = most / 2;
        return Stream.concat(evenly(negative, each).stream(), evenly(positive, each).stream())
                .toList();
    }

    private static List<Review> evenly(List<Review> reviews, long most) {
        if (reviews.size() <= most) {
            return reviews;
        }
        return IntStream.range(0, (int) most)
                .mapToObj(i -> reviews.get((int) (i * (long) reviews.size() / most)))
                .toList();
    }
}

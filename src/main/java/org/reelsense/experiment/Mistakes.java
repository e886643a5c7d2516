package org.reelsense.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.reelsense.Contribution;
import org.reelsense.Explanation;
import org.reelsense.Prediction;
import org.reelsense.ScoringInterruptedException;
import org.reelsense.SentimentClassifier;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.storage.DataException;

/** What a finished model got wrong on test and was most sure of. */
final class Mistakes {

    /** How many of a model. */
    static final int MOST = 10;

    /** A review alone is off by 1e-6 at most, another training by far more; the rest allows for another processor. */
    private static final double SAME_MODEL = 1e-3;

    private Mistakes() {}

    /** A wrong verdict and the probability it was given. */
    private record Wrong(Review review, double probability) {

        double confidence() {
            return Math.max(probability, 1 - probability);
        }
    }

    /**
     * The most confident mistakes, most confident first, equal ones by id, each explained by the model itself.
     *
     * @param file of the model
     * @param probabilities the model gave the test reviews
     * @return {@value #MOST} or fewer
     * @throws DataException if the file is no model of ours or not the one that gave the probabilities
     * @throws IllegalArgumentException if there are not as many probabilities as reviews
     * @throws InterruptedException if the calling thread is interrupted
     */
    static List<Mistake> of(Path file, String model, long seed, List<Review> test, float[] probabilities, int threads)
            throws IOException, InterruptedException {
        List<Wrong> wrong = mostConfident(test, probabilities);
        List<Prediction> why =
                explain(file, wrong.stream().map(one -> one.review().text()).toList(), threads);
        for (int i = 0; i < wrong.size(); i++) {
            requireSame(file, wrong.get(i), why.get(i));
        }
        return IntStream.range(0, wrong.size())
                .mapToObj(i -> mistake(model, seed, wrong.get(i), why.get(i)))
                .toList();
    }

    private static List<Wrong> mostConfident(List<Review> test, float[] probabilities) {
        if (test.size() != probabilities.length) {
            throw new IllegalArgumentException("probabilities has " + probabilities.length + " reviews, test has "
                    + test.size() + "; give the same reviews to both");
        }
        return IntStream.range(0, probabilities.length)
                .filter(i -> probabilities[i] >= Prediction.THRESHOLD != isPositive(test.get(i)))
                .mapToObj(i -> new Wrong(test.get(i), probabilities[i]))
                .sorted(Comparator.comparingDouble(Wrong::confidence)
                        .reversed()
                        .thenComparing(one -> one.review().id()))
                .limit(MOST)
                .toList();
    }

    private static List<Prediction> explain(Path file, List<String> texts, int threads)
            throws IOException, InterruptedException {
        try (SentimentClassifier classifier = SentimentClassifier.load(file, threads)) {
            return classifier.explain(texts);
        } catch (UncheckedIOException noNumber) {
            throw noNumber.getCause();
        } catch (ScoringInterruptedException | IOException failed) {
            if (Thread.interrupted()) { // reading a file fails of it too
                throw (InterruptedException) new InterruptedException().initCause(failed);
            }
            throw failed;
        }
    }

    private static void requireSame(Path file, Wrong wrong, Prediction again) throws DataException {
        if (Math.abs(again.probability() - wrong.probability) > SAME_MODEL) {
            throw new DataException(file + " gives " + wrong.review.id() + " a probability of " + again.probability()
                    + ", not " + wrong.probability + " as when test was scored: it was exchanged; run again");
        }
    }

    private static Mistake mistake(String model, long seed, Wrong wrong, Prediction why) {
        Review review = wrong.review;
        return new Mistake(
                model,
                seed,
                review.id(),
                review.stars(),
                isPositive(review),
                wrong.probability,
                review.text(),
                why.explanation().map(Mistakes::shares).orElse(List.of()));
    }

    private static List<Mistake.Share> shares(Explanation explanation) {
        return explanation.contributions().stream().map(Mistakes::share).toList();
    }

    private static Mistake.Share share(Contribution word) {
        return new Mistake.Share(word.begin(), word.end(), word.value());
    }

    private static boolean isPositive(Review review) {
        return review.label() == Label.POSITIVE;
    }
}

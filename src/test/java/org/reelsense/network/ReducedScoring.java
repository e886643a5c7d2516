package org.reelsense.network;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.model.SentimentModel;
import org.reelsense.progress.Progress;
import org.reelsense.text.Tokenizer;

/**
 * What numbers of 16 and 8 bits bring and cost: the dev reviews of IMDB (test is not for choosing) from ids on one thread, by
 * turns, in seconds of that thread's own processor time, which other programs disturb less than the clock; and how
 * accuracy, log loss and the logits change. Not a test: run it by hand with
 *
 * <pre>{@code OMP_NUM_THREADS=1 java -cp target/test-classes:target/classes:... org.reelsense.network.ReducedScoring DATA_FOLDER MODEL...}</pre>
 */
public final class ReducedScoring {

    private static final int ROUNDS = 5;

    private final Weights weights;
    private final List<int[]> documents;
    private final List<int[]> batches;
    private final boolean[] positive;

    private ReducedScoring(SentimentModel model, List<Review> reviews) {
        weights = model.weights();
        Tokenizer tokenizer = new Tokenizer();
        documents = reviews.stream()
                .map(review -> model.vocabulary().encode(tokenizer.tokenize(review.text())))
                .toList();
        batches = BatchScorer.batches(documents, weights.spec().pieceLength());
        positive = new boolean[reviews.size()];
        for (int d = 0; d < positive.length; d++) {
            positive[d] = reviews.get(d).label() == Label.POSITIVE;
        }
    }

    /** One arithmetic's figures. */
    private record Result(Arithmetic arithmetic, double[] seconds, float[] logits, double aloneMoved) {
        double median() {
            return Arrays.stream(seconds).sorted().toArray()[seconds.length / 2];
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<Review> reviews = Datasets.open(DatasetSource.imdb(), Path.of(arguments[0]), Progress.SILENT)
                .dev();
        for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
            ReducedScoring study = new ReducedScoring(SentimentModel.read(Path.of(file)), reviews);
            System.out.println(file + ": " + study.weights.spec());
            study.compare();
        }
    }

    private void compare() {
        List<Result> results = new ArrayList<>();
        List<ReviewScorer> scorers = new ArrayList<>();
        for (Arithmetic arithmetic : Arithmetic.values()) {
            try {
                ReviewScorer scorer = new ReviewScorer(ScoringWeights.of(weights, arithmetic));
                scorers.add(scorer);
                float[] logits = logits(scorer);
                results.add(new Result(arithmetic, new double[ROUNDS], logits, aloneMoved(scorer, logits)));
            } catch (IllegalArgumentException none) {
                System.out.println("  " + none.getMessage());
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < results.size(); i++) {
                results.get(i).seconds()[round] = seconds(scorers.get(i));
            }
        }
        results.forEach(result -> print(result, results.get(0)));
        scorers.forEach(ReviewScorer::close);
    }

    private float[] logits(ReviewScorer scorer) {
        float[] logits = new float[documents.size()];
        for (int[] members : batches) {
            float[] scored = scorer.logits(
                    Arrays.stream(members).mapToObj(documents::get).toList());
            for (int i = 0; i < members.length; i++) {
                logits[members[i]] = scored[i];
            }
        }
        return logits;
    }

    /** The most that a logit changes when its review is scored alone. */
    private double aloneMoved(ReviewScorer scorer, float[] logits) {
        double most = 0;
        for (int d = 0; d < logits.length; d++) {
            most = Math.max(most, Math.abs(scorer.logits(List.of(documents.get(d)))[0] - logits[d]));
        }
        return most;
    }

    private double seconds(ReviewScorer scorer) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        logits(scorer);
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private void print(Result result, Result floats) {
        int right = 0;
        int changed = 0;
        double loss = 0;
        double moved = 0;
        double most = 0;
        for (int d = 0; d < positive.length; d++) {
            double logit = result.logits()[d];
            right += logit > 0 == positive[d] ? 1 : 0;
            changed += logit > 0 == floats.logits()[d] > 0 ? 0 : 1;
            loss += Math.log1p(Math.exp(positive[d] ? -logit : logit));
            moved += Math.abs(logit - floats.logits()[d]);
            most = Math.max(most, Math.abs(probability(logit) - probability(floats.logits()[d])));
        }
        int n = positive.length;
        System.out.printf(
                "  %-9s %6.3f s, %4.2f x floats; %4d of %d right (%.2f %%), %d verdicts changed, log loss %.4f,"
                        + " logits moved by %.4f on average, probabilities by %.4f at most; alone %.1e at most%n",
                result.arithmetic().id(),
                result.median(),
                floats.median() / result.median(),
                right,
                n,
                100.0 * right / n,
                changed,
                loss / n,
                moved / n,
                most,
                result.aloneMoved());
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}

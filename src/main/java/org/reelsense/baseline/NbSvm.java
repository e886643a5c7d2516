package org.reelsense.baseline;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import org.reelsense.progress.Progress;
import org.reelsense.text.TokenizedTexts;

/**
 * A linear classifier over the n-grams that a text holds, whose features naive Bayes scales (Wang and Manning 2012,
 * "Baselines and Bigrams: Simple, Good Sentiment and Topic Classification", ACL).
 *
 * <p>The features of a text with m of the known n-grams are r_j / sqrt(m) for each n-gram j it holds, r being the
 * {@linkplain LogCountRatios log-count ratios}, and 0 for all others. Two things are not the paper's: the length of a
 * text is divided out, and the log loss stands in the place of the SVM's. Both make the logits better probabilities and
 * leave the accuracy as it is.
 */
public final class NbSvm implements Yardstick {

    private final NGrams grams;

    /** [n-grams], ratio and weight in one. */
    private final double[] weights;

    private final double bias;

    private NbSvm(NGrams grams, double[] weights, double bias) {
        this.grams = grams;
        this.weights = weights;
        this.bias = bias;
    }

    /**
     * Trains on the documents. The same texts give the same bits: nothing is drawn at random.
     *
     * @throws InterruptedException if the calling thread is interrupted; it stops at the next review or step
     */
    public static NbSvm train(NbSvmSpec spec, LabelledTexts train, Progress progress) throws InterruptedException {
        NGrams grams = new NGramCounting(train, spec.minimumDocuments(), progress).count(spec.ngrams());
        int[][] rows = rows(grams, train);
        double[] ratios = LogCountRatios.of(rows, train.positive(), grams.size(), spec.smoothing());
        LogisticRegression regression = new LogisticRegression(
                features(rows, ratios), ratios.length + 1, train.positive(), spec.cost(), spec.tolerance());
        progress.begin("solving NB-SVM", -1, "steps");
        try {
            double[] learned = regression.solve(progress);
            return new NbSvm(grams, weights(learned, ratios, spec.interpolation()), learned[ratios.length]);
        } finally {
            progress.end();
        }
    }

    private static int[][] rows(NGrams grams, LabelledTexts train) throws InterruptedException {
        int[][] rows = new int[train.size()][];
        for (int d = 0; d < rows.length; d++) {
            Interruption.check();
            rows[d] = grams.in(train.tokens(d));
        }
        return rows;
    }

    private static Feature[][] features(int[][] rows, double[] ratios) {
        Feature bias = LogisticRegression.bias(ratios.length + 1);
        Feature[][] features = new Feature[rows.length][];
        for (int d = 0; d < rows.length; d++) {
            int[] row = rows[d];
            features[d] = new Feature[row.length + 1];
            double share = share(row);
            for (int i = 0; i < row.length; i++) {
                features[d][i] = new FeatureNode(row[i] + 1, share * ratios[row[i]]);
            }
            features[d][row.length] = bias;
        }
        return features;
    }

    /** What each n-gram of a text counts, so that the squares add up to 1. */
    private static double share(int[] row) {
        return 1 / Math.sqrt(Math.max(1, row.length));
    }

    /** Between what was learned and its mean size, times the ratios (section 2.3 of the paper). */
    private static double[] weights(double[] learned, double[] ratios, double interpolation) {
        double sizes = 0;
        for (int gram = 0; gram < ratios.length; gram++) {
            sizes += Math.abs(learned[gram]);
        }
        double mean = sizes / ratios.length;
        double[] weights = new double[ratios.length];
        for (int gram = 0; gram < weights.length; gram++) {
            weights[gram] = ratios[gram] * ((1 - interpolation) * mean + interpolation * learned[gram]);
        }
        return weights;
    }

    @Override
    public float[] logits(TokenizedTexts texts, int[] documents) {
        grams.requireTypesOf(texts);
        float[] logits = new float[documents.length];
        for (int d = 0; d < logits.length; d++) {
            logits[d] = (float) logit(grams.in(texts.document(documents[d])));
        }
        return logits;
    }

    private double logit(int[] row) {
        double sum = 0;
        for (int gram : row) {
            sum += weights[gram];
        }
        return sum * share(row) + bias;
    }

    /** A weight for each n-gram, and the bias. */
    @Override
    public long parameters() {
        return weights.length + 1L;
    }
}

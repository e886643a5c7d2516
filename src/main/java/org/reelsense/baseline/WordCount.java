package org.reelsense.baseline;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import org.reelsense.progress.Progress;
import org.reelsense.text.TokenizedTexts;

/**
 * Positive words against negative words, which is what can be had without learning any word's meaning from the reviews.
 * A text with p positive and n negative words has the score ln((p + 1) / (n + 1)): its sign is that of p - n, and ten
 * words against five say as much as twenty against ten. Scale and offset alone are fitted to the training texts, so that
 * the score becomes a logit.
 *
 * @param scale logits a unit of the score
 * @param offset logit of a text with as many positive words as negative ones
 */
public record WordCount(float scale, float offset) implements Yardstick {

    /** Leaves two numbers as good as unpenalised, and finite where a class has no text. */
    private static final double COST = 1;

    private static final double TOLERANCE = 1e-6;

    private static final SentimentWords WORDS = SentimentWords.builtIn();

    /**
     * Fits scale and offset by logistic regression.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static WordCount train(LabelledTexts train) throws InterruptedException {
        double[] scores = scores(train.texts(), train.documents());
        Feature bias = LogisticRegression.bias(2);
        Feature[][] rows = new Feature[scores.length][];
        for (int d = 0; d < rows.length; d++) {
            rows[d] = new Feature[] {new FeatureNode(1, scores[d]), bias};
        }
        double[] weights = new LogisticRegression(rows, 2, train.positive(), COST, TOLERANCE).solve(Progress.SILENT);
        return new WordCount((float) weights[0], (float) weights[1]);
    }

    @Override
    public float[] logits(TokenizedTexts texts, int[] documents) {
        double[] scores = scores(texts, documents);
        float[] logits = new float[documents.length];
        for (int d = 0; d < logits.length; d++) {
            logits[d] = (float) (scale * scores[d] + offset);
        }
        return logits;
    }

    @Override
    public long parameters() {
        return 2;
    }

    private static double[] scores(TokenizedTexts texts, int[] documents) {
        int[] signs = WORDS.signs(texts.types());
        double[] scores = new double[documents.length];
        for (int d = 0; d < scores.length; d++) {
            scores[d] = score(texts.document(documents[d]), signs);
        }
        return scores;
    }

    private static double score(int[] document, int[] signs) {
        int positive = 0;
        int negative = 0;
        for (int type : document) {
            positive += signs[type] > 0 ? 1 : 0;
            negative += signs[type] < 0 ? 1 : 0;
        }
        return Math.log((positive + 1.0) / (negative + 1.0));
    }
}

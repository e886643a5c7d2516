package org.reelsense.experiment;

import java.util.List;
import java.util.stream.IntStream;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.model.SentimentModel;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;
import org.reelsense.text.TokenizedTexts;

/**
 * A finished model scored on labelled texts, in the way the comparison scores its own.
 *
 * @param seconds from ids to probabilities, all texts
 */
public record ModelEvaluation(Evaluation scores, double seconds) {

    /**
     * Scores a model.
     *
     * @param model for this version's tokenizer
     * @param texts as they were written, at least one
     * @param positive what each is, in the same order
     * @param threads workers; they do not change the scores
     * @throws IllegalArgumentException if there is no text, or not one label a text
     * @throws DataException if the model gives no number for a text
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static ModelEvaluation of(
            SentimentModel model, List<String> texts, boolean[] positive, int threads, Progress progress)
            throws InterruptedException, DataException {
        TokenizedTexts tokens = TokenizedTexts.build(texts, threads, progress);
        int[] ids = model.vocabulary().idsOf(tokens.types());
        List<int[]> documents = IntStream.range(0, texts.size())
                .mapToObj(text -> tokens.length(text) == 0 ? new int[] {0} : tokens.encode(text, ids))
                .toList();
        ScoredReviews scored = ScoredReviews.of(model.weights(), documents, threads, "scoring", progress);
        requireNumbers(scored.logits());
        return new ModelEvaluation(Evaluation.of(scored.probabilities(), positive), scored.seconds());
    }

    private static void requireNumbers(float[] logits) throws DataException {
        for (int i = 0; i < logits.length; i++) {
            if (Float.isNaN(logits[i])) {
                throw new DataException("the model gives no number for text " + (i + 1)
                        + ", for its weights are too large; train it anew");
            }
        }
    }

    /** How fast it was, tokenizing not counted. */
    public double reviewsPerSecond() {
        return scores.n() / seconds;
    }
}

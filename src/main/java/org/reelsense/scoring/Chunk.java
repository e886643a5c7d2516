package org.reelsense.scoring;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.reelsense.Prediction;

/** Entries that are scored together. */
final class Chunk {

    private final List<Entry> entries;
    private final Scorer scorer;

    Chunk(List<Entry> entries, Scorer scorer) {
        this.entries = entries;
        this.scorer = scorer;
    }

    /** The entries in order. If they cannot be scored together, one at a time; then one that fails is a failure. */
    List<ScoredEntry> scored() {
        List<Review> reviews = entries.stream()
                .filter(Review.class::isInstance)
                .map(Review.class::cast)
                .toList();
        if (reviews.isEmpty()) {
            return with(List.<Prediction>of().iterator());
        }
        try {
            return with(
                    scorer.score(reviews.stream().map(Review::text).toList()).iterator());
        } catch (CompletionException | OutOfMemoryError e) {
            return entries.stream().map(this::alone).toList();
        }
    }

    private List<ScoredEntry> with(Iterator<Prediction> predictions) {
        List<ScoredEntry> scored = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            boolean review = entry instanceof Review;
            scored.add(new ScoredEntry(entry, review ? Optional.of(predictions.next()) : Optional.empty()));
        }
        return scored;
    }

    private ScoredEntry alone(Entry entry) {
        if (!(entry instanceof Review review)) {
            return new ScoredEntry(entry, Optional.empty());
        }
        try {
            return new ScoredEntry(
                    entry, Optional.of(scorer.score(List.of(review.text())).get(0)));
        } catch (CompletionException | OutOfMemoryError e) {
            return new ScoredEntry(new Failure(review.place(), reason(e)), Optional.empty());
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError
                ? "there is not enough memory to score it; give Java more, or use --head-tail"
                : String.valueOf(failure.getMessage());
    }
}

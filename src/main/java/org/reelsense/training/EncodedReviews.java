package org.reelsense.training;

import java.util.List;

/**
 * Labelled reviews as the network sees them.
 *
 * @param documents token ids, none empty
 * @param positive [documents]
 */
public record EncodedReviews(List<int[]> documents, boolean[] positive) {

    public EncodedReviews {
        documents = List.copyOf(documents);
        if (documents.size() != positive.length) {
            throw new IllegalArgumentException(
                    "positive: " + positive.length + " labels for " + documents.size() + " reviews");
        }
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("documents: none; give at least one review");
        }
    }

    public int size() {
        return documents.size();
    }
}

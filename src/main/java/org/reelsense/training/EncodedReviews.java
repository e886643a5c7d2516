package org.reelsense.training;

import java.util.List;

/**
 * Labelled reviews as the network sees them.
 *
 * @param documents token ids, at least one a review
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
        for (int number = 0; number < documents.size(); number++) {
            if (documents.get(number).length == 0) {
                throw new IllegalArgumentException("documents: review " + number
                        + ", counted from 0, has no token; encode an empty review as one unknown token");
            }
        }
    }

    public int size() {
        return documents.size();
    }
}

package org.reelsense.training;

import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * Some of the reviews, in the order given.
     *
     * @param indices of reviews, one at least
     */
    public EncodedReviews part(int[] indices) {
        boolean[] labels = new boolean[indices.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = positive[indices[i]];
        }
        return new EncodedReviews(IntStream.of(indices).mapToObj(documents::get).toList(), labels);
    }

    public int size() {
        return documents.size();
    }
}

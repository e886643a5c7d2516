package org.reelsense.baseline;

import org.reelsense.text.TokenizedTexts;

/**
 * The documents to learn from. The other documents in {@code texts}, those of dev and test, have no influence.
 *
 * @param documents indices into {@code texts}, one at least
 * @param positive [documents]
 */
public record LabelledTexts(TokenizedTexts texts, int[] documents, boolean[] positive) {

    /** @throws IllegalArgumentException if there is no document, not one label for each, or no document of that index */
    public LabelledTexts {
        require(documents.length > 0, "documents: none; give at least one labelled text");
        require(
                documents.length == positive.length,
                "positive: " + positive.length + " labels for " + documents.length + " documents; give one for each");
        for (int document : documents) {
            require(
                    document >= 0 && document < texts.size(),
                    "documents: " + document + " is outside 0.." + (texts.size() - 1)
                            + "; give indices into the texts");
        }
        documents = documents.clone();
        positive = positive.clone();
    }

    int size() {
        return documents.length;
    }

    /** The tokens of the i-th document as indices of types. */
    int[] tokens(int i) {
        return texts.document(documents[i]);
    }

    int positives() {
        int count = 0;
        for (boolean label : positive) {
            count += label ? 1 : 0;
        }
        return count;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

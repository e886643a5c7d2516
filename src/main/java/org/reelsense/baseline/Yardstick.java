package org.reelsense.baseline;

import org.reelsense.text.TokenizedTexts;

/** A trained classifier without a network, to hold the networks' scores against. Immutable. */
public sealed interface Yardstick permits Majority, WordCount, NbSvm {

    /**
     * The logits of "positive", one a document, all finite; 0 or more is called positive. They are log odds as the
     * training texts have them: calibrate them on others.
     *
     * @param texts with the same list of types as the training texts
     * @param documents indices into {@code texts}
     * @throws IllegalArgumentException if an NB-SVM sees that the list of types is another
     */
    float[] logits(TokenizedTexts texts, int[] documents);

    /** Numbers that training chose. */
    long parameters();
}

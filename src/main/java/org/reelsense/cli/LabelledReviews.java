package org.reelsense.cli;

import java.util.List;

/**
 * Texts with their labels, to score a model on.
 *
 * @param name of the data, with the part of it
 * @param sha256 of the data
 * @param positive [texts]
 * @param failures what was left out, a sentence each
 */
record LabelledReviews(String name, String sha256, List<String> texts, boolean[] positive, List<String> failures) {

    LabelledReviews {
        texts = List.copyOf(texts);
        failures = List.copyOf(failures);
    }
}

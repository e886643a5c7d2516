package org.reelsense.experiment;

import java.util.Set;

/**
 * The words counted as negations: those that deny by themselves, as the tokenizer gives them ({@code n't} is what "isn't"
 * ends in; "cannot" stays whole). Words that only weaken ("hardly") are left out, and so are contractions written without
 * an apostrophe ("dont"), half a percent of all in the IMDB reviews. Words are counted, not what they reach: "not only
 * good" counts too.
 */
final class Negations {

    private static final Set<String> WORDS = Set.of(
            "n't", "not", "no", "never", "nothing", "nobody", "none", "nor", "neither", "nowhere", "cannot", "without");

    private Negations() {}

    static boolean contains(String token) {
        return WORDS.contains(token);
    }
}

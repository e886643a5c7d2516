package org.reelsense;

/**
 * What one token adds to a text's logit.
 *
 * @param token as the model reads it: lower case, contractions split ("n't")
 * @param begin where it begins in the text as handed in, in chars
 * @param end one past its last char there; tokens that stem from one character ("½") may share it
 * @param value above 0 speaks for positive, below 0 for negative; in units of the logit
 */
public record Contribution(String token, int begin, int end, double value) {

    /** @throws IllegalArgumentException if the range is none or the value is not finite */
    public Contribution {
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "begin, end: received %d, %d, allowed 0 <= begin <= end; give chars of the text"
                            .formatted(begin, end));
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: received " + value + ", allowed any finite number");
        }
    }
}

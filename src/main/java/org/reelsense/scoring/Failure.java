package org.reelsense.scoring;

/**
 * What cannot be scored.
 *
 * @param place where it stands
 * @param reason why not, and what can be done about it
 * @param usage whether not the data but what was asked of them is wrong, such as a column that is not there
 */
public record Failure(Place place, String reason, boolean usage) implements Entry {

    /** A failure of the data. */
    public Failure(Place place, String reason) {
        this(place, reason, false);
    }

    /** One sentence: where and why. */
    public String message() {
        return place + ": " + reason;
    }
}

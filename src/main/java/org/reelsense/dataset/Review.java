package org.reelsense.dataset;

import org.jspecify.annotations.Nullable;

/**
 * One review as its author left it.
 *
 * @param id the path in the archive without its ending, such as {@code train/pos/123_8}
 * @param text raw text, never cleaned
 * @param label what the reviewer thought; null inside an unlabelled review, see {@link #label()}
 * @param stars 1 to 10, or 0 if unknown
 * @param film the film's name in its address, such as {@code tt0453418}, or empty if unknown
 */
public record Review(String id, String text, @Nullable Label label, int stars, String film) {

    private static final int MOST_STARS = 10;

    public Review {
        if (stars < 0 || stars > MOST_STARS) {
            throw new IllegalArgumentException(
                    "stars of " + id + " are " + stars + ": give 1 to " + MOST_STARS + ", or 0 if unknown");
        }
    }

    /** A review that nobody has labelled. */
    public static Review unlabelled(String id, String text, String film) {
        return new Review(id, text, null, 0, film);
    }

    /** Whether {@link #label()} has an answer. */
    public boolean isLabelled() {
        return label != null;
    }

    /**
     * What the reviewer thought.
     *
     * @throws IllegalStateException if the review is unlabelled
     */
    @Override
    public Label label() {
        if (label == null) {
            throw new IllegalStateException("review " + id + " has no label: ask isLabelled() first");
        }
        return label;
    }

    boolean isPositive() {
        return label == Label.POSITIVE;
    }
}

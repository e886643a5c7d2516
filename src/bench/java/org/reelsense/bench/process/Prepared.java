package org.reelsense.bench.process;

import org.jspecify.annotations.Nullable;

/** What an {@link Engine} has from {@link Engine#prepare} and does not have before. */
public final class Prepared {

    private Prepared() {}

    /**
     * The part itself.
     *
     * @throws IllegalStateException if there is none yet
     */
    public static <T> T of(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("called before prepare");
        }
        return part;
    }
}

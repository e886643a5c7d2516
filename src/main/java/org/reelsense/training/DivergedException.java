package org.reelsense.training;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loss or gradient is no longer a finite number: the weights of the step before are the last that mean anything. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Learned best;

    private DivergedException(String message, @Nullable Learned best) {
        super(message);
        this.best = best;
    }

    DivergedException(long step) {
        this(
                "training diverged: loss or gradient is not finite after step " + step + "; lower the learning rate",
                null);
    }

    /** The same, with what the finished epochs came to. */
    DivergedException with(Learned finished) {
        return new DivergedException(getMessage(), finished);
    }

    /** What the epochs that were finished before came to, if there are any. */
    public Optional<Learned> best() {
        return Optional.ofNullable(best);
    }
}

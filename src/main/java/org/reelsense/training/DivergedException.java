package org.reelsense.training;

/** The gradient is no longer a finite number: the weights of the step before are the last that mean anything. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DivergedException(long step) {
        super("training diverged: the gradient is not finite after step " + step
                + "; lower the learning rate or the clipping norm");
    }
}

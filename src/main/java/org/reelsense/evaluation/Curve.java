package org.reelsense.evaluation;

import java.util.List;

/**
 * Points to draw a line through, in order.
 *
 * @param x as many as {@code y}
 */
public record Curve(List<Double> x, List<Double> y) {

    /** @throws IllegalArgumentException if there are not as many of one as of the other */
    public Curve {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("curve: " + x.size() + " x and " + y.size() + " y; give one y an x");
        }
    }
}

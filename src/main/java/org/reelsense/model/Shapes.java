package org.reelsense.model;

import java.util.List;
import java.util.OptionalLong;

/** Arithmetic on shapes that cannot overflow unnoticed. */
final class Shapes {

    private Shapes() {}

    /**
     * The number of elements; 1 for the shape {@code []}. Empty for a negative axis, or where the product, taken from
     * the left, passes a {@code long} (also if a later axis is 0, as in the reference reader).
     */
    static OptionalLong elements(List<? extends Number> shape) {
        long product = 1;
        for (Number axis : shape) {
            if (axis.longValue() < 0) {
                return OptionalLong.empty();
            }
            if (Math.multiplyHigh(product, axis.longValue()) != 0 || product * axis.longValue() < 0) {
                return OptionalLong.empty();
            }
            product *= axis.longValue();
        }
        return OptionalLong.of(product);
    }
}

package org.reelsense.model;

import java.util.List;
import java.util.OptionalLong;
import org.reelsense.model.ModelFileException.Reason;

/**
 * A tensor as the header describes it, checked by itself.
 *
 * @param begin its first byte, counted from the end of the header
 * @param end one past its last byte
 */
record TensorEntry(String name, DType dtype, List<Integer> shape, long begin, long end) {

    /** The entry of these raw claims, {@code axes} and {@code offsets} being 0 or more. */
    static TensorEntry of(String file, String name, String type, List<Long> axes, List<Long> offsets)
            throws ModelFileException {
        DType dtype = DType.named(type)
                .orElseThrow(() ->
                        problem(file, Reason.UNKNOWN_DTYPE, name, "is of type %s", ModelFileException.quoted(type)));
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw problem(file, Reason.BAD_OFFSETS, name, "has data_offsets %s, no begin and end", offsets);
        }
        long length = offsets.get(1) - offsets.get(0);
        if (length != bytes(file, name, dtype, axes)) {
            throw problem(file, Reason.BAD_OFFSETS, name, "has %d bytes, not what %s%s takes", length, dtype, axes);
        }
        return new TensorEntry(name, dtype, ints(file, name, axes), offsets.get(0), offsets.get(1));
    }

    long length() {
        return end - begin;
    }

    static ModelFileException problem(String file, Reason reason, String name, String what, Object... args) {
        return new ModelFileException(
                file, reason, "tensor " + ModelFileException.quoted(name) + " " + what.formatted(args));
    }

    private static long bytes(String file, String name, DType dtype, List<Long> axes) throws ModelFileException {
        OptionalLong elements = Shapes.elements(axes);
        if (elements.isEmpty() || elements.getAsLong() > Long.MAX_VALUE / dtype.bytes()) {
            throw problem(file, Reason.BAD_SHAPE, name, "has a shape whose size overflows, %s", axes);
        }
        return elements.getAsLong() * dtype.bytes();
    }

    private static List<Integer> ints(String file, String name, List<Long> axes) throws ModelFileException {
        if (axes.stream().anyMatch(axis -> axis > Integer.MAX_VALUE)) {
            throw problem(file, Reason.BAD_SHAPE, name, "has an axis above 2147483647, %s", axes);
        }
        return axes.stream().map(Long::intValue).toList();
    }
}

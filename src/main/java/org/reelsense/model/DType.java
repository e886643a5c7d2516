package org.reelsense.model;

import java.util.Optional;

/** What one element of a tensor is. In the order in which tensors lie in a file we write: the widest first. */
public enum DType {
    /** IEEE 754 single precision. */
    F32(4),
    /** Signed byte, for quantised weights. */
    I8(1),
    /** Unsigned byte, for text and tables. */
    U8(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** The size of one element in bytes. */
    public int bytes() {
        return bytes;
    }

    /** The type of that name, spelt as in a safetensors header; empty for one that we do not hold, such as {@code F16}. */
    static Optional<DType> named(String name) {
        return switch (name) {
            case "F32" -> Optional.of(F32);
            case "I8" -> Optional.of(I8);
            case "U8" -> Optional.of(U8);
            default -> Optional.empty();
        };
    }
}

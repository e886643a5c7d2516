package org.reelsense.parallel;

/**
 * The stack of a thread that calls native kernels. oneDNN plans a primitive in over half a megabyte of it, and where a stack
 * is too short for native code the process dies without a word. So a worker asks for its own and does not rely on Java's
 * default, which is a megabyte on Linux and whatever {@code -Xss} says.
 */
final class NativeStack {

    /** Address space; only what is touched takes memory. */
    static final long BYTES = 8 << 20;

    private NativeStack() {}
}

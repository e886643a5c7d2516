package org.reelsense.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is compiled for the last shapes used; of more than it keeps, the least recently used is closed first. */
final class ShapePrograms<P> implements AutoCloseable {

    /** About as many as pieces of up to 64 tokens make; to make one again takes 0.2 ms, a thirtieth of what it computes. */
    private static final int MOST_SHAPES = 256;

    private final Consumer<P> close;
    private final Map<KernelShape, P> programs = new LinkedHashMap<>(16, 0.75f, true);

    /** {@code close} frees one. */
    ShapePrograms(Consumer<P> close) {
        this.close = close;
    }

    boolean has(KernelShape shape) {
        return programs.containsKey(shape);
    }

    void add(KernelShape shape, P program) {
        programs.put(shape, program);
        if (programs.size() > MOST_SHAPES) {
            var oldest = programs.entrySet().iterator();
            close.accept(oldest.next().getValue());
            oldest.remove();
        }
    }

    /** @throws IllegalStateException if there is none */
    P of(KernelShape shape) {
        @Nullable P program = programs.get(shape);
        if (program == null) {
            throw new IllegalStateException("prepare(" + shape + ") was not called");
        }
        return program;
    }

    /** Frees all; others can be added. */
    void clear() {
        programs.values().forEach(close);
        programs.clear();
    }

    @Override
    public void close() {
        clear();
    }
}

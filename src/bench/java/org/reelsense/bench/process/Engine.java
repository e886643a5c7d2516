package org.reelsense.bench.process;

import java.util.Map;

/**
 * What is measured: one library doing one kind of work. Lives in a worker process of its own, has a public constructor
 * without parameters, and is called by one thread.
 */
public interface Engine extends AutoCloseable {

    /**
     * Makes everything ready for a setting and forgets the one before; not timed.
     *
     * @return facts worth writing down, such as versions and thread counts
     */
    Map<String, String> prepare(Setting setting) throws Exception;

    /**
     * Numbers by which engines are compared before any of them is timed, such as logits; what {@code what} may be is
     * between a bench and its engines.
     */
    float[] probe(String what) throws Exception;

    /**
     * Does {@code units} units of work (steps, passes: the bench says) from number {@code first} on. Only the work is in the
     * turn's seconds.
     */
    Turn run(int first, int units) throws Exception;

    @Override
    void close();
}

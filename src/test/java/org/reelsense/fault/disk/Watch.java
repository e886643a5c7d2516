package org.reelsense.fault.disk;

import java.io.IOException;

/** Is told of every step. */
public interface Watch {

    /** Before it; what is thrown is the step's failure. */
    void before(DiskStep step) throws IOException;

    /** After it, if it did not fail. */
    default void after(DiskStep step) {}
}

package org.reelsense.model;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * How a file was refused.
 *
 * @param bytes taken from the heap until then, classes loaded before
 */
record RefusedRead(ModelFileException thrown, long bytes) {

    static final long MIB = 1 << 20;

    static RefusedRead of(ThrowingCallable read) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        catchThrowableOfType(ModelFileException.class, read); // loads the classes

        long before = threads.getCurrentThreadAllocatedBytes();
        ModelFileException thrown = catchThrowableOfType(ModelFileException.class, read);
        return new RefusedRead(thrown, threads.getCurrentThreadAllocatedBytes() - before);
    }
}

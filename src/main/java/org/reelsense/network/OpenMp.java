package org.reelsense.network;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.List;
import java.util.Optional;

/**
 * Sets how many OpenMP threads oneDNN uses when called from the current thread. The count is a property of the calling
 * thread and oneDNN's binding offers no way to it, so this calls the OpenMP library that oneDNN has already loaded.
 * Splitting one time step over cores is 3 to 10 times slower than giving each core a worker of its own.
 */
final class OpenMp {

    /** The OpenMP libraries that oneDNN is built with: GNU on Linux, LLVM and Intel on macOS, Microsoft on Windows. */
    private static final List<String> LIBRARIES =
            List.of("libgomp.so.1", "libomp.dylib", "libiomp5.dylib", "vcomp140", "libiomp5.so", "libomp.so");

    /** The launcher sets it. Every thread then begins with one, and looking up the function would take 50 ms. */
    private static final boolean ONE_FROM_THE_START = "1".equals(System.getenv("OMP_NUM_THREADS"));

    private static final Optional<Function> SET_THREADS = ONE_FROM_THE_START ? Optional.empty() : find();

    private OpenMp() {}

    /** From now on the calling thread's oneDNN work runs on itself alone. Without OpenMP there is nothing to do. */
    static void useOneThread() {
        SET_THREADS.ifPresent(set -> set.invokeVoid(new Object[] {1}));
    }

    private static Optional<Function> find() {
        for (String name : LIBRARIES) {
            try {
                return Optional.of(NativeLibrary.getInstance(name).getFunction("omp_set_num_threads"));
            } catch (UnsatisfiedLinkError notThisOne) {
                continue;
            }
        }
        return Optional.empty();
    }
}

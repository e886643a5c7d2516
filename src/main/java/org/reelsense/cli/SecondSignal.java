package org.reelsense.cli;

import java.lang.reflect.Proxy;

/**
 * Ends the process at once on a further Ctrl-C or SIGTERM, while it is ending in good order; Java alone would not heed it.
 * Every JDK has {@code sun.misc.Signal}, in its module jdk.unsupported, but javac has no switch for the warning about it:
 * so it is called by its name. Where it is missing, whoever waits has to wait a few seconds.
 */
final class SecondSignal {

    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;

    private SecondSignal() {}

    static void endsAtOnce() {
        try {
            handle("INT", INTERRUPTED);
            handle("TERM", TERMINATED);
        } catch (ReflectiveOperationException | RuntimeException missing) {
            return;
        }
    }

    private static void handle(String name, int exitCode) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object halting = Proxy.newProxyInstance(
                SecondSignal.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    Runtime.getRuntime().halt(exitCode);
                    return null;
                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), halting);
    }
}

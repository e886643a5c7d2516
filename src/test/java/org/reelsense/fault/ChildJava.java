package org.reelsense.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process of the tests' own classes, to be killed or told to end. Quick to start: one compiler, one collector.
 *
 * @param flags of Java, besides those
 * @param main class with a {@code main}
 */
public record ChildJava(List<String> flags, Class<?> main) {

    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    /** Without further flags. */
    public ChildJava(Class<?> main) {
        this(QUICK, main);
    }

    /**
     * What starts it; SIGINT, which a shell tells background work to ignore, is heeded again.
     *
     * @param errors file that gets its standard error
     */
    public ProcessBuilder command(Path errors, String... args) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("OMP_NUM_THREADS", "1"); // as the launcher sets it
        return builder;
    }

    /**
     * Sends a signal by name, such as {@code INT}.
     *
     * @throws IOException if there is no program to send it with
     */
    public static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}

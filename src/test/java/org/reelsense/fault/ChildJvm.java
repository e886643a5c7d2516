package org.reelsense.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs a test's own main class in another process, with another memory or stack than this one has. */
public final class ChildJvm {

    private static final long MOST_MINUTES = 30;
    private static final String COUNT = "count ";

    private ChildJvm() {}

    /** Said by the child: a line that {@link #counts} understands. */
    public static void say(String what, long number) {
        System.out.println(COUNT + what + "=" + number);
    }

    /**
     * Runs the child to its end, without Java serialisation.
     *
     * @param options such as {@code -Xmx256m}
     * @return what it {@linkplain #say said}, in its order
     * @throws AssertionError with all it wrote, if it failed or did not end in half an hour
     */
    public static Map<String, Long> counts(Class<?> main, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("child", ".log");
        try {
            Process child = new ProcessBuilder(command(main, options, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = child.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
            child.destroyForcibly();
            String said = Files.readString(log, StandardCharsets.UTF_8);
            if (!ended || child.exitValue() != 0) {
                throw new AssertionError(main.getSimpleName() + (ended ? " failed: " : " did not end: ") + said);
            }
            return counts(said);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static List<String> command(Class<?> main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        // Surefire's own jar names the class path; this property has it as it was.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-Djdk.serialFilter=!*", "-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Map<String, Long> counts(String said) {
        return said.lines()
                .filter(line -> line.startsWith(COUNT))
                .map(line -> line.substring(COUNT.length()).split("="))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> Long.parseLong(pair[1]), (a, b) -> b, LinkedHashMap::new));
    }
}

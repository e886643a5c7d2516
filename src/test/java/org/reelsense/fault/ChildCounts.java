package org.reelsense.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What a test's own process counted: one with another memory or stack than this one has, that is to come to its end. */
public final class ChildCounts {

    private static final long MOST_MINUTES = 30;
    private static final String COUNT = "count ";

    private ChildCounts() {}

    /** Said by the child: a line that {@link #of} understands. */
    public static void say(String what, long number) {
        System.out.println(COUNT + what + "=" + number);
    }

    /**
     * Runs the child.
     *
     * @param flags such as {@code -Xmx256m}
     * @return what it {@linkplain #say said}, in its order
     * @throws AssertionError with all it wrote, if it failed or did not end in half an hour
     */
    public static Map<String, Long> of(Class<?> main, List<String> flags, String... arguments)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("child", ".log");
        try {
            Process child = new ChildJava(flags, main)
                    .command(log, arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = child.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
            child.destroyForcibly();
            String said = Files.readString(log, StandardCharsets.UTF_8);
            if (!ended || child.exitValue() != 0) {
                String end = ended ? "ended with " + child.exitValue() : "did not end";
                throw new AssertionError(main.getSimpleName() + " " + end + ": " + said);
            }
            return counts(said);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static Map<String, Long> counts(String said) {
        return said.lines()
                .filter(line -> line.startsWith(COUNT))
                .map(line -> line.substring(COUNT.length()).split("="))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> Long.parseLong(pair[1]), (a, b) -> b, LinkedHashMap::new));
    }
}

package org.reelsense.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How often a fault test tries, and where it says what came of it. {@code mvn verify -Pfault} sets the property that asks
 * for the full counts; results then lie in {@code target/fault/}, one file a test.
 */
public final class FaultRun {

    private static final boolean FULL = Boolean.getBoolean("reelsense.fault.full");
    private static final Path FOLDER = Path.of("target", "fault");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode result = JSON.createObjectNode();
    private final Path file;

    /**
     * A test's result.
     *
     * @param number of the test in the list of the project's fault tests, 1 to 18
     * @param name what was done, in a few words of lower case and hyphens; names the file
     */
    public FaultRun(int number, String name) {
        file = FOLDER.resolve(String.format(Locale.ROOT, "%02d-%s.json", number, name));
        result.put("test", number).put("name", name).put("full", FULL);
    }

    /** Whether the full counts were asked for. */
    public static boolean full() {
        return FULL;
    }

    /** The number of tries: {@code quick} in every build, {@code full} on request. */
    public static int tries(int quick, int full) {
        return FULL ? full : quick;
    }

    /** Notes what was counted or measured. */
    public FaultRun count(String what, long number) {
        result.put(what, number);
        return this;
    }

    /** Notes a measure that is not a count. */
    public FaultRun measure(String what, double value) {
        result.put(what, value);
        return this;
    }

    /** Notes a circumstance. */
    public FaultRun note(String what, String text) {
        result.put(what, text);
        return this;
    }

    /** Writes the result; called before the assertions, so that a failure is on record too. */
    public void write() throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(file, Arrays.asList(JSON.writeValueAsString(result)));
    }
}

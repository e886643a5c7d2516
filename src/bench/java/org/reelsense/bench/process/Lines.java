package org.reelsense.bench.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * The protocol's lines: a mark and a JSON object. Whatever else comes on a worker's output (libraries print there as they
 * like) has no mark and is passed over.
 */
final class Lines {

    private static final String MARK = "@bench ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Lines() {}

    static String of(Object message) {
        try {
            return MARK + JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of the protocol cannot be written as JSON", e);
        }
    }

    /** Empty if the line is not of the protocol. */
    static <T> Optional<T> read(String line, Class<T> type) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(line.substring(MARK.length()), type));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line: '" + line + "' is not a " + type.getSimpleName(), e);
        }
    }
}

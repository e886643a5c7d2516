package org.reelsense.bench.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line from a worker to the driver: the answer to one {@link Request}.
 *
 * @param facts from {@code PREPARE}
 * @param numbers from {@code PROBE}
 * @param turn from {@code RUN}
 * @param error what went wrong; null if nothing did
 */
record Reply(
        Map<String, String> facts,
        float[] numbers,
        @Nullable Turn turn,
        @Nullable String error) {

    private static final float[] NONE = {};

    static Reply ready(Map<String, String> facts) {
        return new Reply(facts, NONE, null, null);
    }

    static Reply probed(float[] numbers) {
        return new Reply(Map.of(), numbers, null, null);
    }

    static Reply done(Turn turn) {
        return new Reply(Map.of(), NONE, turn, null);
    }

    static Reply failed(String error) {
        return new Reply(Map.of(), NONE, null, error);
    }
}

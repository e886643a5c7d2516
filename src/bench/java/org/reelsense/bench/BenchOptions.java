package org.reelsense.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param part which bench
 * @param quick whether the small table will do
 * @param data a data folder of {@code reelsense} with the IMDB reviews
 * @param out where results go
 * @param target the build's folder
 */
public record BenchOptions(String part, boolean quick, Path data, Path out, Path target) {

    /**
     * From {@code PART [--quick] [--data DIR] [--out DIR]}.
     *
     * @throws IllegalArgumentException if an option is unknown or lacks its value
     */
    static BenchOptions of(String... args) {
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        String part = rest.isEmpty() ? "all" : rest.pop();
        boolean quick = false;
        Path data = Path.of(System.getProperty("user.home"), ".cache", "reelsense");
        Path out = Path.of("target", "bench", "results");
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--quick" -> quick = true;
                case "--data" -> data = Path.of(value(option, rest));
                case "--out" -> out = Path.of(value(option, rest));
                default ->
                    throw new IllegalArgumentException(
                            option + ": unknown; there are --quick, --data DIR and --out DIR");
            }
        }
        return new BenchOptions(part, quick, data, out, Path.of("target"));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + ": needs a value");
        }
        return rest.pop();
    }
}

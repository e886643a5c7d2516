package org.reelsense.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reelsense.bench.process.Setting;

/**
 * What the command line asks for.
 *
 * @param part which bench
 * @param quick whether the small table will do
 * @param data a data folder of {@code reelsense} with the IMDB reviews
 * @param out where results go
 * @param only values of which a setting must have one to be measured, by name; empty for all
 * @param rows beginnings of the names of the rows to measure; empty for all
 * @param target the build's folder
 */
public record BenchOptions(
        String part,
        boolean quick,
        Path data,
        Path out,
        Map<String, List<String>> only,
        List<String> rows,
        Path target) {

    /**
     * From {@code PART [--quick] [--data DIR] [--out DIR] [--only NAME=VALUE]... [--row BEGINNING]...}.
     *
     * @throws IllegalArgumentException if an option is unknown or lacks its value
     */
    static BenchOptions of(String... args) {
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        String part = rest.isEmpty() ? "all" : rest.pop();
        boolean quick = false;
        Path data = Path.of(System.getProperty("user.home"), ".cache", "reelsense");
        Path out = Path.of("target", "bench", "results");
        Map<String, List<String>> only = new TreeMap<>();
        List<String> rows = new ArrayList<>();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--quick" -> quick = true;
                case "--data" -> data = Path.of(value(option, rest));
                case "--out" -> out = Path.of(value(option, rest));
                case "--only" -> {
                    String[] pair = value(option, rest).split("=", 2);
                    only.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(pair[pair.length - 1]);
                }
                case "--row" -> rows.add(value(option, rest));
                default ->
                    throw new IllegalArgumentException(
                            option
                                    + ": unknown; there are --quick, --data DIR, --out DIR, --only NAME=VALUE and --row BEGINNING");
            }
        }
        return new BenchOptions(part, quick, data, out, only, rows, Path.of("target"));
    }

    /** Whether {@code --only} lets a setting through: one of the values given for each name given. */
    public boolean asksFor(Setting setting) {
        return only.entrySet().stream().allMatch(wanted -> wanted.getValue().contains(setting.text(wanted.getKey())));
    }

    /** Whether {@code --row} lets a row through. */
    public boolean asksFor(String row) {
        return rows.isEmpty() || rows.stream().anyMatch(row::startsWith);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + ": needs a value");
        }
        return rest.pop();
    }
}

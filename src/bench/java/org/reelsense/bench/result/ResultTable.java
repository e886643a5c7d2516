package org.reelsense.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Results as a Markdown table, aligned so that it reads well on a terminal too. */
public final class ResultTable {

    private static final String ABSENT = "-";

    private ResultTable() {}

    /** One line a result: the named values of its setting, its row, and each rate as {@code min / median / max}. */
    public static String of(List<Measured> results, List<String> values) {
        Set<String> rates = new LinkedHashSet<>();
        results.forEach(result -> rates.addAll(result.rates().keySet()));
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(values);
        head.add("row");
        head.addAll(rates);
        lines.add(head);
        results.forEach(result -> lines.add(line(result, values, rates)));
        return aligned(lines);
    }

    private static List<String> line(Measured result, List<String> values, Set<String> rates) {
        List<String> line = new ArrayList<>();
        values.forEach(value -> line.add(result.setting().text(value)));
        line.add(result.row());
        rates.forEach(rate -> line.add(cell(result.rates(), rate)));
        return line;
    }

    private static String cell(Map<String, Spread> rates, String rate) {
        Spread spread = rates.get(rate);
        return spread == null ? ABSENT : spread.show(format(spread.median()));
    }

    /** Three digits that count, whatever the size. */
    private static String format(double size) {
        return size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.get(0).size();
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < lines.size(); number++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(padded(lines.get(number).get(column), width(lines, column)));
            }
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
            if (number == 0) {
                text.append("|---".repeat(columns)).append("|\n");
            }
        }
        return text.toString();
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(1);
    }

    private static String padded(String cell, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", cell);
    }
}

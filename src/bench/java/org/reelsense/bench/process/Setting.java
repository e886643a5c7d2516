package org.reelsense.bench.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One cell of a bench's table, such as cell, H and batch, by name: what an engine is to make ready for.
 *
 * @param values sorted by name, so that the same setting reads the same
 */
public record Setting(Map<String, String> values) {

    public Setting {
        values = new TreeMap<>(values);
    }

    /** The same with one value more, or another one. */
    public Setting with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value.toString());
        return new Setting(more);
    }

    /**
     * A value.
     *
     * @throws IllegalArgumentException if it is not there
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": missing; the setting has " + values.keySet());
        }
        return value;
    }

    /** Several values in a row, as a name to show. */
    public String texts(List<String> names) {
        return String.join(" ", names.stream().map(this::text).toList());
    }

    /**
     * A value that is a whole number.
     *
     * @throws IllegalArgumentException if it is not there, or is not one
     */
    public int number(String name) {
        return Integer.parseInt(text(name));
    }
}

package org.reelsense.bench.process;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a bench keeps of its rows besides their times: what each says of itself at a setting, and why some were left out. */
public final class RowNotes {

    private final Map<String, Map<String, String>> engines = new TreeMap<>();
    private final Map<String, String> leftOut = new TreeMap<>();

    /** Those of one setting, which add themselves to these. */
    public SettingNotes at(String setting) {
        return new SettingNotes(setting, this);
    }

    void ready(String name, Map<String, String> facts) {
        engines.put(name, Map.copyOf(facts));
        System.err.println(name + " " + facts);
    }

    void leaveOut(String name, String reason) {
        leftOut.put(name, reason);
        System.err.println(name + " left out; " + reason);
    }

    /** By setting and row, the reasons. */
    public Map<String, String> leftOut() {
        return Collections.unmodifiableMap(leftOut);
    }

    /** For the file of results. */
    public Map<String, Object> facts() {
        return new TreeMap<>(Map.of("engines", engines, "left out", leftOut));
    }
}

package org.reelsense.progress;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it is told, for tests; what else is to happen meanwhile is for a subclass. */
public class Heard implements Progress {

    /** The tasks, in their order. */
    public final List<String> begun = new ArrayList<>();

    public final List<String> said = new ArrayList<>();

    /** How many tasks are over. */
    public int ended;

    @Override
    public void begin(String task, long total, String unit) {
        begun.add(task);
    }

    @Override
    public void advance(long units) {}

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public void end() {
        ended++;
    }
}

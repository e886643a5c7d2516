package org.reelsense.baseline;

import java.util.ArrayList;
import java.util.List;
import org.reelsense.progress.Progress;

/** Remembers what it was told, and may interrupt the thread that tells it. */
final class Recorded implements Progress {

    private final long interruptAt;
    private long told;
    private int ended;
    private final List<Long> units = new ArrayList<>();

    Recorded() {
        this(Long.MAX_VALUE);
    }

    /** @param unit interrupts when so many units are done, counted over all tasks */
    Recorded(long unit) {
        interruptAt = unit;
    }

    int begun() {
        return units.size();
    }

    int ended() {
        return ended;
    }

    /** Of each task. */
    List<Long> units() {
        return units;
    }

    @Override
    public void begin(String task, long total, String unit) {
        units.add(0L);
    }

    @Override
    public void advance(long more) {
        units.set(units.size() - 1, units.get(units.size() - 1) + more);
        told += more;
        if (told == interruptAt) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void say(String line) {}

    @Override
    public void end() {
        ended++;
    }
}

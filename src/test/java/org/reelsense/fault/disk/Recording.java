package org.reelsense.fault.disk;

import java.util.ArrayList;
import java.util.List;

/** Keeps every step that was done. */
public final class Recording implements Watch {

    private final List<DiskStep> steps = new ArrayList<>();

    @Override
    public void before(DiskStep step) {}

    @Override
    public synchronized void after(DiskStep step) {
        steps.add(step);
    }

    /** The steps so far, in order. */
    public synchronized List<DiskStep> steps() {
        return List.copyOf(steps);
    }
}

package org.reelsense.fault.disk;

import java.io.IOException;
import java.util.Set;
import org.reelsense.fault.disk.DiskStep.Kind;

/** Lets the n-th step fail as a full disk does, and in the persistent form each one after it. */
public final class Faults implements Watch {

    private final int first;
    private final boolean persistent;
    private final Set<Kind> spared;
    private int count;

    private Faults(int first, boolean persistent, Set<Kind> spared) {
        this.first = first;
        this.persistent = persistent;
        this.spared = spared;
    }

    /** That step alone; the first is 1. */
    public static Faults once(int step) {
        return new Faults(step, false, Set.of());
    }

    /** That step and all after it, but a full disk still lets go of a file. */
    public static Faults fullFrom(int step) {
        return new Faults(step, true, Set.of(Kind.DELETE));
    }

    /** That step and all after it, whatever they are. */
    public static Faults deadFrom(int step) {
        return new Faults(step, true, Set.of());
    }

    /** Whether there was such a step. */
    public synchronized boolean met() {
        return count >= first;
    }

    @Override
    public synchronized void before(DiskStep step) throws IOException {
        if (spared.contains(step.kind())) {
            return;
        }
        count++;
        if (count == first || persistent && count > first) {
            throw new IOException("No space left on device (injected at step " + count + ", " + step.kind() + ")");
        }
    }
}

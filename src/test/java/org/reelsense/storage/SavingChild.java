package org.reelsense.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.reelsense.fault.disk.DiskStep;
import org.reelsense.fault.disk.Watch;
import org.reelsense.fault.disk.WatchedFiles;

/** A process that saves, the old content and the new one by turns, until it is killed. */
public final class SavingChild {

    private SavingChild() {}

    /** Kind, folder, and the step at which to wait for the kill (0 for none). Prints a line when that may come. */
    public static void main(String[] args) throws IOException {
        SavedKind kind = SavedKind.valueOf(args[0]);
        Path folder = Path.of(args[1]);
        int step = Integer.parseInt(args[2]);
        DurableFile.requireWritable(kind.in(folder));
        kind.write(folder, 0);
        if (step > 0) {
            WatchedFiles.watchEverything(new Halt(step));
        } else {
            say("saving");
        }
        for (int i = 1; ; i++) {
            kind.write(folder, i % 2);
            if (step > 0) {
                say("no such step");
                park();
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void park() {
        while (true) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts", e);
            }
        }
    }

    /** Stops before the n-th step and says which that is. */
    private static final class Halt implements Watch {

        private final AtomicInteger left;

        private Halt(int step) {
            left = new AtomicInteger(step);
        }

        @Override
        public void before(DiskStep step) {
            if (left.decrementAndGet() == 0) {
                say(step.kind().name());
                park();
            }
        }
    }
}

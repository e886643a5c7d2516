package org.reelsense.bench.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is noted of the rows at one setting. Who cannot do its work is left out, named with the reason as it happens, and the
 * others go on.
 */
public final class SettingNotes {

    private final String setting;
    private final RowNotes notes;

    SettingNotes(String setting, RowNotes notes) {
        this.setting = setting;
        this.notes = notes;
    }

    /** What a contestant is to do. */
    @FunctionalInterface
    public interface Task {
        void run(Contestant contestant) throws IOException;
    }

    /** Those who manage the task, which all have tried, one after another. */
    public List<Contestant> able(List<Contestant> contestants, Task task) {
        List<Contestant> able = new ArrayList<>();
        for (Contestant contestant : contestants) {
            if (manages(contestant, task)) {
                able.add(contestant);
            }
        }
        return able;
    }

    /** Whether a contestant manages the task. */
    public boolean manages(Contestant contestant, Task task) {
        try {
            task.run(contestant);
            return true;
        } catch (IOException e) {
            leaveOut(contestant, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Notes why a contestant has no times here. */
    public void leaveOut(Contestant contestant, String reason) {
        notes.leaveOut(name(contestant), reason);
    }

    /** Notes what a contestant, now ready, says of itself. */
    public void ready(Contestant contestant, Map<String, String> facts) {
        notes.ready(name(contestant), facts);
    }

    /** What a contestant is called at this setting. */
    private String name(Contestant contestant) {
        return setting + ": " + contestant.row();
    }
}

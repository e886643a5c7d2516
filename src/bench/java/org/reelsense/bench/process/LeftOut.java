package org.reelsense.bench.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rows that could not do their work at a setting. Each is named with its reason as it happens, and the others go on.
 *
 * @param setting its name
 * @param reasons by setting and row, to be kept with the results
 */
public record LeftOut(String setting, Map<String, String> reasons) {

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
            System.err.println(name(contestant) + " left out; " + e.getMessage());
            reasons.put(name(contestant), String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** What a contestant is called at this setting. */
    public String name(Contestant contestant) {
        return setting + ": " + contestant.row();
    }
}

package org.reelsense.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.reelsense.experiment.RunRecord;

/**
 * The look of each model, the same in all charts of a run. A hue stands for a cell; both directions are dark, full and
 * solid, one direction is pale, hollow and dashed.
 */
final class Looks {

    private static final Map<String, Look> KNOWN = Map.ofEntries(
            Map.entry("bilstm", new Look(0, 21, "solid")),
            Map.entry("bigru", new Look(1, 22, "solid")),
            Map.entry("birnn", new Look(2, 24, "solid")),
            Map.entry("nbsvm", new Look(3, 23, "dotdash")),
            Map.entry("lstm", new Look(6, 1, "dashed")),
            Map.entry("gru", new Look(7, 0, "dashed")),
            Map.entry("rnn", new Look(8, 2, "dashed")),
            Map.entry("persistence", new Look(3, 23, "dotdash")),
            Map.entry("seasonal", new Look(4, 8, "longdash")),
            Map.entry("ridge", new Look(2, 4, "twodash")),
            Map.entry("linear", new Look(5, 5, "dotted")));

    private static final List<Look> OTHERS = List.of(
            new Look(4, 8, "longdash"),
            new Look(5, 3, "dotted"),
            new Look(4, 4, "twodash"),
            new Look(5, 7, "longdash"),
            new Look(3, 5, "dotted"),
            new Look(0, 9, "twodash"),
            new Look(1, 6, "longdash"),
            new Look(2, 10, "dotdash"));

    private final Map<String, Look> looks = new HashMap<>();

    /** Of two runs' models of one name, the first has the name's own look. */
    private Looks(List<String> names) {
        Set<Look> taken = new HashSet<>();
        int others = 0;
        for (String name : names) {
            Look own = KNOWN.get(ModelName.of(name).base());
            if (own != null && taken.add(own)) {
                looks.put(name, own);
            } else {
                looks.put(name, OTHERS.get(others++ % OTHERS.size()));
            }
        }
    }

    static Looks of(RunRecord record) {
        return of(record.models().stream().map(RunRecord.Model::name));
    }

    /** @param names of a run's models, in order; once or more each */
    static Looks of(Stream<String> names) {
        return new Looks(names.map(Plain::of).distinct().toList());
    }

    /** @param name fit to be shown; one that the run does not have has its own look too, if it is known */
    Look of(String name) {
        return looks.getOrDefault(name, KNOWN.getOrDefault(name, OTHERS.get(0)));
    }
}

package org.reelsense.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;

/**
 * A model at all its seeds.
 *
 * @param name fit to be shown, see {@link Plain}
 * @param models in the record's order, one at least
 */
record Seeds(String name, List<Model> models) {

    Seeds {
        models = List.copyOf(models);
    }

    /** Of each model, in the record's order. */
    static List<Seeds> of(RunRecord record) {
        Map<String, List<Model>> byName = new LinkedHashMap<>();
        record.models()
                .forEach(model -> byName.computeIfAbsent(Plain.of(model.name()), name -> new ArrayList<>())
                        .add(model));
        return byName.entrySet().stream()
                .map(entry -> new Seeds(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Of those that a chart with many lines has room for: the networks and NB-SVM. */
    static List<Seeds> trained(RunRecord record) {
        return of(record).stream()
                .filter(seeds -> seeds.isNetwork() || ModelName.of(seeds.name).isNbSvm())
                .toList();
    }

    /** The first release knew nothing else. */
    boolean isNetwork() {
        String kind = first().kind();
        return kind == null || kind.equals(Model.NETWORK);
    }

    boolean isOneWay() {
        return isNetwork() && !first().bidirectional();
    }

    Model first() {
        return models.get(0);
    }

    Key key(Looks looks) {
        return new Key(name, looks.of(name));
    }

    /** Of the seeds that have any. */
    Stream<Diagnostics> diagnostics() {
        return models.stream().map(Model::diagnostics).filter(Objects::nonNull);
    }
}

package org.reelsense.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of Lets-Plot's plot specification, in order, and open to be changed as Lets-Plot does. */
final class Spec {

    private final Map<String, Object> entries = new LinkedHashMap<>();

    Spec with(String name, Object value) {
        entries.put(name, value);
        return this;
    }

    Spec with(String name, Spec value) {
        return with(name, value.entries);
    }

    Spec with(String name, Collection<?> values) {
        return with(name, (Object) new ArrayList<>(values));
    }

    Spec withAll(String name, List<Spec> values) {
        return with(name, values.stream().map(Spec::map).toList());
    }

    Map<String, Object> map() {
        return entries;
    }
}

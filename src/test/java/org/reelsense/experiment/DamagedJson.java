package org.reelsense.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Records with one value after the other spoiled; public for tests of {@code cli}. */
public final class DamagedJson {

    private DamagedJson() {}

    /** JSON pointers to every value of every object, at any depth. */
    public static List<String> places(JsonNode node) {
        return places(node, "");
    }

    private static List<String> places(JsonNode node, String pointer) {
        List<String> places = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            places.add(pointer + "/" + name);
            places.addAll(places(node.get(name), pointer + "/" + name));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.addAll(places(node.get(i), pointer + "/" + i));
        }
        return places;
    }

    /**
     * A copy with another value in one place.
     *
     * @param instead JSON; nothing to take the field away
     */
    public static JsonNode of(JsonNode record, String place, String instead) throws JsonProcessingException {
        JsonNode damaged = record.deepCopy();
        int slash = place.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) damaged.at(place.substring(0, slash));
        if (instead.isEmpty()) {
            parent.remove(place.substring(slash + 1));
        } else {
            parent.set(place.substring(slash + 1), RunFolder.JSON.readTree(instead));
        }
        return damaged;
    }
}

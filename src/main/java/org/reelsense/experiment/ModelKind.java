package org.reelsense.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.reelsense.network.Cell;

/**
 * A model of the comparison by its name: a cell, with {@code bi} before it for both directions.
 *
 * @param name e.g. {@code bilstm}
 */
public record ModelKind(String name, Cell cell, boolean bidirectional) {

    private static final String BOTH = "bi";

    /** All there are. */
    public static List<ModelKind> all() {
        return Stream.of(Cell.values())
                .flatMap(cell ->
                        Stream.of(new ModelKind(cell.id(), cell, false), new ModelKind(BOTH + cell.id(), cell, true)))
                .toList();
    }

    /**
     * The model of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ModelKind named(String name) {
        return all().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model: '" + name + "' is unknown; choose from "
                        + String.join(", ", all().stream().map(ModelKind::name).toList())));
    }
}

package org.reelsense.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reelsense.network.Cell;

/** What can stand in a comparison: a network, or a yardstick that shows what the network is worth. */
public sealed interface ModelKind {

    /** As on the command line, e.g. {@code bilstm} or {@code nbsvm}. */
    String id();

    /**
     * A recurrent network by its name: a cell, with {@code bi} before it for both directions.
     *
     * @param id e.g. {@code bilstm}
     */
    record Network(String id, Cell cell, boolean bidirectional) implements ModelKind {

        private static final String BOTH = "bi";

        /** All there are. */
        public static List<Network> all() {
            return Stream.of(Cell.values())
                    .flatMap(cell ->
                            Stream.of(new Network(cell.id(), cell, false), new Network(BOTH + cell.id(), cell, true)))
                    .toList();
        }

        /**
         * The network of that name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Network named(String id) {
            return find(all(), id).orElseThrow(() -> notOneOf(id, all()));
        }
    }

    /** A classifier without a network. */
    enum Yardstick implements ModelKind {
        /** The more frequent class of the training reviews. */
        MAJORITY("majority"),
        /** Positive words minus negative ones. */
        WORDCOUNT("wordcount"),
        /** Linear, over words and sequences of two or three (Wang and Manning 2012). */
        NBSVM("nbsvm");

        private final String id;

        Yardstick(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** All there are, yardsticks first, as a report lists them. */
    static List<ModelKind> all() {
        return Stream.<ModelKind>concat(Arrays.stream(Yardstick.values()), Network.all().stream())
                .toList();
    }

    /**
     * The model of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ModelKind named(String id) {
        return find(all(), id).orElseThrow(() -> notOneOf(id, all()));
    }

    private static <K extends ModelKind> Optional<K> find(List<K> kinds, String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    private static IllegalArgumentException notOneOf(String id, List<? extends ModelKind> kinds) {
        boolean yardstick = find(Arrays.asList(Yardstick.values()), id).isPresent();
        return new IllegalArgumentException("model: '" + id
                + (yardstick ? "' is a yardstick, of which no model is kept" : "' is unknown") + "; choose from "
                + kinds.stream().map(ModelKind::id).collect(Collectors.joining(", ")));
    }
}

package org.reelsense.network;

import org.jspecify.annotations.Nullable;

/** The newest {@link InputTable}, for workers that are on the same weights to share. */
final class InputTables {

    private final NetworkSpec spec;
    private @Nullable Parameters weights;
    private InputTable table;

    InputTables(NetworkSpec spec) {
        this.spec = spec;
        table = new InputTable(spec);
    }

    /** That of these weights: of this very object, for arrays may change. */
    synchronized InputTable of(Parameters asked) {
        if (weights != asked) {
            weights = asked;
            table = new InputTable(spec);
        }
        return table;
    }
}

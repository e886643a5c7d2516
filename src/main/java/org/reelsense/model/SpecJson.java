package org.reelsense.model;

import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;

/**
 * A {@link NetworkSpec} as the metadata's {@code spec} spells it.
 *
 * @param pooling always {@value #POOLING} in reelsense.v1; named so that a reader need not guess
 */
record SpecJson(
        String cell,
        boolean bidirectional,
        int vocabularySize,
        int embeddingSize,
        int hiddenSize,
        int pieceLength,
        String pooling) {

    static final String POOLING = "max+mean";

    static SpecJson of(NetworkSpec spec) {
        return new SpecJson(
                spec.cell().id(),
                spec.bidirectional(),
                spec.vocabularySize(),
                spec.embeddingSize(),
                spec.hiddenSize(),
                spec.pieceLength(),
                POOLING);
    }

    /** @throws IllegalArgumentException if it says what no network of ours can be */
    NetworkSpec toSpec() {
        if (!POOLING.equals(pooling)) {
            throw new IllegalArgumentException("pooling: '" + pooling + "' is unknown; this version knows " + POOLING);
        }
        return new NetworkSpec(Cell.ofId(cell), bidirectional, vocabularySize, embeddingSize, hiddenSize, pieceLength);
    }
}

package org.reelsense.embedding;

/**
 * Copies of those rows that one shard touches, made at the first touch. The weights must not change while the shard
 * trains; afterwards the copies become differences, which {@link RoundSum} adds to the weights.
 */
record CopiedRows(TouchedRows inputs, TouchedRows targets) implements RowSource {

    static CopiedRows of(SharedRows weights) {
        return new CopiedRows(new TouchedRows(weights.inputs()), new TouchedRows(weights.targets()));
    }

    @Override
    public float[] input(int id) {
        return inputs.touch(id);
    }

    @Override
    public float[] target(int id) {
        return targets.touch(id);
    }

    void clear() {
        inputs.clear();
        targets.clear();
    }

    void toDifferences() {
        inputs.toDifferences();
        targets.toDifferences();
    }
}

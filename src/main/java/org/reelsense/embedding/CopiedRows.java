package org.reelsense.embedding;

/**
 * Copies of those rows that one shard touches, made at the first touch. The weights must not change while the shard
 * trains; afterwards the copies become differences, to be added to the weights.
 */
final class CopiedRows implements RowSource {

    private final TouchedRows inputs;
    private final TouchedRows targets;

    CopiedRows(SharedRows weights) {
        inputs = new TouchedRows(weights.inputs());
        targets = new TouchedRows(weights.targets());
    }

    @Override
    public float[] input(int id) {
        return inputs.row(id);
    }

    @Override
    public float[] target(int id) {
        return targets.row(id);
    }

    /** Turns the copies into what training has changed. */
    void toDifferences() {
        inputs.toDifferences();
        targets.toDifferences();
    }

    /** Adds the differences of every {@code parts}-th id, beginning with {@code part}, to the weights. */
    void addTo(int part, int parts) {
        inputs.addTo(part, parts);
        targets.addTo(part, parts);
    }

    void clear() {
        inputs.clear();
        targets.clear();
    }
}

package org.reelsense.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The words of a pass in one direction, and their input products: from the {@link InputTable} those that have a place
 * there, the others computed as they are met.
 */
final class StepInputs implements AutoCloseable {

    private final NetworkSpec spec;
    private final int direction;
    private final StepWeights weights;
    private final InputProducts products;
    private final float[] rare;
    private InputTable table;
    private float[] embedding;

    private int[] rows = new int[1_024];
    private int[] ids = new int[1_024];
    private int[] rareIds = new int[64];
    private int count;
    private int rareCount;
    private int next;
    private int nextRare;
    private float[] candidateBias = new float[0];

    StepInputs(OneDnn oneDnn, NetworkSpec spec, int direction, StepWeights weights) {
        this.spec = spec;
        this.direction = direction;
        this.weights = weights;
        products = new InputProducts(oneDnn, spec, weights);
        rare = new float[products.size()];
        table = new InputTable(spec);
        embedding = rare;
    }

    /** Takes up weights that have changed, and a table for them. */
    void load(float[] changed, InputTable ofChanged) {
        embedding = changed;
        table = ofChanged;
        products.load();
        candidateBias = new float[0];
    }

    /** Drops the words of the last pass. */
    void clear() {
        count = 0;
        rareCount = 0;
        next = 0;
        nextRare = 0;
    }

    /** The next word, for a row of [T*B] after the last. */
    void put(int row, int id) {
        if (count == ids.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            ids = Arrays.copyOf(ids, 2 * count);
        }
        rows[count] = row;
        ids[count] = id;
        count++;
        if (id >= table.words()) {
            if (rareCount == rareIds.length) {
                rareIds = Arrays.copyOf(rareIds, 2 * rareCount);
            }
            rareIds[rareCount++] = id;
        }
    }

    /**
     * Puts the products of step {@code t} where the step takes them; call it for one step after the other.
     *
     * @return how many rows have a word
     */
    int gather(int t, int batch, StepBuffers buffers) {
        int first = next;
        int end = (t + 1) * batch;
        for (; next < count && rows[next] < end; next++) {
            int row = rows[next] - t * batch;
            int id = ids[next];
            if (id < table.words()) {
                put(row, batch, block(id), id % InputTable.BLOCK, buffers);
            } else {
                put(row, batch, rare(), nextRare++ % InputTable.BLOCK, buffers);
            }
        }
        if (spec.cell() == Cell.GRU) {
            putCandidateBias(batch, buffers);
        }
        return next - first;
    }

    private float[] block(int id) {
        float[] block = table.block(direction, id);
        if (block == null) {
            block = new float[products.size()];
            int[] words = IntStream.range(0, InputTable.BLOCK)
                    .map(i -> id - id % InputTable.BLOCK + i)
                    .toArray();
            products.compute(embedding, words, 0, words.length, block);
            table.fill(direction, id, block);
        }
        return block;
    }

    /** Those that come next, when the last are used up. */
    private float[] rare() {
        if (nextRare % InputTable.BLOCK == 0) {
            int words = Math.min(InputTable.BLOCK, rareCount - nextRare);
            products.compute(embedding, rareIds, nextRare, words, rare);
        }
        return rare;
    }

    private void put(int row, int batch, float[] from, int place, StepBuffers buffers) {
        int units = spec.hiddenSize();
        int gates = spec.cell().gates();
        int begin = place * gates * units;
        int summed = spec.cell() == Cell.GRU ? gates - 1 : gates;
        for (int k = 0; k < summed; k++) {
            buffers.gates().buffer().put((k * batch + row) * units, from, begin + k * units, units);
        }
        if (summed < gates) {
            buffers.candidate().buffer().put(row * units, from, begin + summed * units, units);
        }
    }

    private void putCandidateBias(int batch, StepBuffers buffers) {
        int units = spec.hiddenSize();
        if (candidateBias.length != batch * units) {
            candidateBias = new float[batch * units];
            for (int row = 0; row < batch; row++) {
                System.arraycopy(weights.candidateBias(), 0, candidateBias, row * units, units);
            }
        }
        buffers.gates().buffer().put(2 * batch * units, candidateBias);
    }

    @Override
    public void close() {
        products.close();
    }
}

package org.reelsense.network;

import java.util.Arrays;
import java.util.List;

/**
 * Pooled features of whole reviews, for scoring: pass by pass, from token ids straight into the kernels and from
 * there straight into the pooling. What {@link BidirectionalEncoder} and {@link Pooling} do for training, without what the
 * way back needs; the numbers differ by the order of summation only.
 */
final class ReviewEncoder {

    private final NetworkSpec spec;
    private final List<? extends ScoringKernel> kernels;
    private final int mostRows;
    private final RowPooling rowPooling;
    private final RowMatrix pooled;

    /** [documents, D*H]; a review may have millions of tokens. */
    private double[] sums = new double[0];

    /** {@code mostRows} is how many pieces are scored at once. */
    ReviewEncoder(NetworkSpec spec, List<? extends ScoringKernel> kernels, int mostRows) {
        this.mostRows = mostRows;
        this.spec = spec;
        this.kernels = kernels;
        rowPooling = new RowPooling(spec.hiddenSize());
        pooled = new RowMatrix(spec.pooledSize());
    }

    /**
     * Encodes reviews.
     *
     * @param documents token ids, none empty
     * @return [documents, 2*D*H], maximum before mean; overwritten by the next call
     */
    RowMatrix encode(List<int[]> documents) {
        clear(documents.size());
        PiecePasses passes = new PiecePasses(documents, spec.pieceLength(), mostRows);
        while (passes.hasNext()) {
            encode(documents, passes.next());
        }
        for (int d = 0; d < documents.size(); d++) {
            divideSum(d, documents.get(d).length);
        }
        return pooled;
    }

    private void clear(int documents) {
        pooled.ensureRows(documents);
        for (int d = 0; d < documents; d++) {
            Arrays.fill(pooled.values(), pooled.offset(d), meanOffset(d), Float.NEGATIVE_INFINITY);
        }
        int size = Math.multiplyExact(documents, spec.featureSize());
        if (sums.length < size) {
            sums = new double[size];
        }
        Arrays.fill(sums, 0, size, 0);
    }

    private void encode(List<int[]> documents, PieceRows rows) {
        KernelShape shape = KernelShape.fitting(rows.time(), rows.count());
        for (int direction = 0; direction < kernels.size(); direction++) {
            ScoringKernel kernel = kernels.get(direction);
            kernel.prepare(shape);
            gather(documents, rows, shape, direction == 1, kernel);
            kernel.forward(shape);
            rowPooling.pool(rows, shape, kernel.output());
            int column = direction * spec.hiddenSize();
            for (int piece = 0; piece < rows.count(); piece++) {
                int d = rows.documentOf(piece);
                rowPooling.mergeInto(
                        pooled.values(),
                        pooled.offset(d) + column,
                        sums,
                        d * spec.featureSize() + column,
                        rows.rowOf(piece));
            }
        }
    }

    /**
     * Gives a kernel the words of [T, B] from the beginning to the end. Padding keeps what was there: it is finite, and no
     * other row sees it.
     */
    private static void gather(
            List<int[]> documents, PieceRows rows, KernelShape shape, boolean reverse, ScoringKernel kernel) {
        int[][] ids = new int[rows.count()][];
        int[] first = new int[rows.count()];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = documents.get(rows.documentOfRow(row));
            first[row] = rows.beginOfRow(row) + (reverse ? rows.length(row) - 1 : 0);
        }
        for (int t = 0; t < rows.time(); t++) {
            int step = reverse ? -t : t;
            for (int row = 0; row < rows.running(t); row++) {
                kernel.put(shape.row(t, row), ids[row][first[row] + step]);
            }
        }
    }

    private int meanOffset(int d) {
        return pooled.offset(d) + spec.featureSize();
    }

    private void divideSum(int d, int tokens) {
        int from = d * spec.featureSize();
        for (int j = 0; j < spec.featureSize(); j++) {
            pooled.values()[meanOffset(d) + j] = (float) (sums[from + j] / tokens);
        }
    }
}

package org.reelsense.bench.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * A batch as libtorch's tensors: the reviews' pieces as rows, longest first. {@code slots} number the distinct tokens of the
 * batch, so that a step gathers, differentiates and updates each embedding row once.
 *
 * @param unique [U], embedding row of each slot
 * @param packed [N], slots time step by time step, as a packed sequence has them
 * @param rowsRunning [T], rows that are not over at each time step
 * @param forward [T, R], slots, padded with slot 0
 * @param reverse [T, R], the same with each row turned round
 * @param padding [T, R, 1], true where a row is over
 * @param reviewOfRow [R]
 * @param rowsOfReview [D * P], the rows of each review, its first again where it has fewer than P
 * @param lengths [D, 1], tokens of each review
 * @param targets [D]
 */
record TorchBatch(
        Tensor unique,
        Tensor packed,
        Tensor rowsRunning,
        Tensor forward,
        Tensor reverse,
        Tensor padding,
        Tensor reviewOfRow,
        Tensor rowsOfReview,
        Tensor lengths,
        Tensor targets) {

    /** Where a row begins in its review, and how long it is. */
    private record Row(int review, int begin, int length) {}

    /** Lays a batch out; the tensors belong to the caller's pointer scope. */
    static TorchBatch of(List<int[]> documents, float[] targets, int pieceLength, SlotTable slots) {
        List<Row> rows = IntStream.range(0, documents.size())
                .boxed()
                .flatMap(review -> rows(review, documents.get(review).length, pieceLength).stream())
                .sorted(Comparator.comparingInt((Row row) -> -row.length()))
                .toList();
        int time = rows.get(0).length();
        long[] forward = new long[time * rows.size()];
        long[] reverse = new long[time * rows.size()];
        boolean[] padding = new boolean[time * rows.size()];
        Arrays.fill(padding, true);
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            int[] document = documents.get(row.review());
            for (int t = 0; t < row.length(); t++) {
                int at = t * rows.size() + r;
                long slot = slots.slot(document[row.begin() + t]);
                forward[at] = slot;
                reverse[(row.length() - 1 - t) * rows.size() + r] = slot;
                padding[at] = false;
            }
        }
        long[] running = running(rows, time);
        TorchBatch batch = new TorchBatch(
                Tensor.create(slots.ids()),
                Tensor.create(packed(forward, running, rows.size())),
                Tensor.create(running),
                Tensor.create(forward, time, rows.size()),
                Tensor.create(reverse, time, rows.size()),
                Tensor.create(padding, time, rows.size(), 1),
                Tensor.create(rows.stream().mapToLong(Row::review).toArray()),
                Tensor.create(rowsOfReview(rows, documents.size())),
                Tensor.create(lengths(documents), documents.size(), 1),
                Tensor.create(targets));
        slots.clear();
        return batch;
    }

    /** As even as possible, as Reelsense cuts them. */
    private static List<Row> rows(int review, int length, int pieceLength) {
        int pieces = (length - 1) / pieceLength + 1;
        return IntStream.range(0, pieces)
                .mapToObj(piece -> {
                    int begin = (int) ((long) piece * length / pieces);
                    return new Row(review, begin, (int) ((piece + 1L) * length / pieces) - begin);
                })
                .toList();
    }

    private static long[] running(List<Row> rows, int time) {
        long[] running = new long[time];
        for (Row row : rows) {
            for (int t = 0; t < row.length(); t++) {
                running[t]++;
            }
        }
        return running;
    }

    private static long[] packed(long[] forward, long[] running, int rows) {
        long[] packed = new long[Math.toIntExact(Arrays.stream(running).sum())];
        int to = 0;
        for (int t = 0; t < running.length; t++) {
            System.arraycopy(forward, t * rows, packed, to, (int) running[t]);
            to += (int) running[t];
        }
        return packed;
    }

    private static long[] rowsOfReview(List<Row> rows, int reviews) {
        int[] count = new int[reviews];
        rows.forEach(row -> count[row.review()]++);
        int most = Arrays.stream(count).max().orElse(1);
        long[] table = new long[reviews * most];
        Arrays.fill(count, 0);
        for (int r = 0; r < rows.size(); r++) {
            int review = rows.get(r).review();
            if (count[review] == 0) {
                Arrays.fill(table, review * most, (review + 1) * most, r);
            }
            table[review * most + count[review]++] = r;
        }
        return table;
    }

    private static float[] lengths(List<int[]> documents) {
        float[] lengths = new float[documents.size()];
        for (int d = 0; d < lengths.length; d++) {
            lengths[d] = documents.get(d).length;
        }
        return lengths;
    }
}

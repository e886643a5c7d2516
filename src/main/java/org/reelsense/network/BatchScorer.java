package org.reelsense.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.reelsense.progress.Progress;

/** Scores many reviews at once: like lengths together, so that little is padding, on all workers. */
public final class BatchScorer {

    /** Enough rows to fill the kernels, few enough to stay in the cache. */
    private static final int TOKENS_A_BATCH = 8_192;

    private BatchScorer() {}

    /**
     * The probability of "positive" for each review, in the order given.
     *
     * @param documents token ids, none empty
     * @param pool of workers on the weights to score with
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static float[] probabilities(List<int[]> documents, WorkerPool pool, int pieceLength, Progress progress)
            throws InterruptedException {
        return probabilities(logits(documents, pool, pieceLength, progress));
    }

    /** The probabilities of these logits. */
    public static float[] probabilities(float[] logits) {
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i])));
        }
        return probabilities;
    }

    /** The logit of "positive" for each review; otherwise as {@link #probabilities(List, WorkerPool, int, Progress)}. */
    public static float[] logits(List<int[]> documents, WorkerPool pool, int pieceLength, Progress progress)
            throws InterruptedException {
        List<int[]> batches = batches(documents, pieceLength);
        float[] logits = new float[documents.size()];
        pool.forEach(batches.size(), (network, index) -> {
            int[] members = batches.get(index);
            float[] scored = network.logits(
                    IntStream.of(members).mapToObj(documents::get).toList());
            for (int i = 0; i < members.length; i++) {
                logits[members[i]] = scored[i];
            }
            progress.advance(members.length);
        });
        return logits;
    }

    /**
     * Which reviews to score together: their indices, batch by batch, by the length of their pieces; the longest first to
     * end evenly.
     *
     * @param documents token ids, none empty
     */
    public static List<int[]> batches(List<int[]> documents, int pieceLength) {
        List<Integer> order = IntStream.range(0, documents.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer d) -> -longestPiece(documents.get(d), pieceLength))
                        .thenComparingInt(d -> -documents.get(d).length)
                        .thenComparingInt(d -> d))
                .toList();
        List<int[]> batches = new ArrayList<>();
        int begin = 0;
        int tokens = 0;
        for (int i = 0; i < order.size(); i++) {
            tokens += documents.get(order.get(i)).length;
            if (tokens >= TOKENS_A_BATCH || i == order.size() - 1) {
                batches.add(order.subList(begin, i + 1).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
                begin = i + 1;
                tokens = 0;
            }
        }
        return batches;
    }

    /** Tokens of a review's longest piece: what decides which batch it fits best. */
    public static int longestPiece(int[] document, int pieceLength) {
        int pieces = Pieces.pieceCount(document.length, pieceLength);
        return (document.length - 1) / pieces + 1;
    }
}

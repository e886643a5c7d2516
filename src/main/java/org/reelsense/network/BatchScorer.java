package org.reelsense.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.reelsense.progress.Progress;

/** Scores many reviews at once: like lengths together, so that little is padding, on all workers. */
public final class BatchScorer {

    /** Enough to be worth a task and to fill two passes, few enough for all workers to end together. */
    private static final int TOKENS_A_BATCH = 8_192;

    private BatchScorer() {}

    /**
     * The probability of "positive" for each review, in the order given.
     *
     * @param documents token ids, none empty
     * @param pool of workers on the weights to score with
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static float[] probabilities(
            List<int[]> documents, WorkerPool<ClassifierNetwork> pool, int pieceLength, Progress progress)
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
    public static float[] logits(
            List<int[]> documents, WorkerPool<ClassifierNetwork> pool, int pieceLength, Progress progress)
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
     * Which reviews to score together: their indices, batch by batch, by the length of their pieces.
     *
     * @param documents token ids, none empty
     */
    public static List<int[]> batches(List<int[]> documents, int pieceLength) {
        int[] order = byLongestPiece(documents, pieceLength);
        List<int[]> batches = new ArrayList<>();
        int begin = 0;
        long tokens = 0;
        int pieces = 0;
        for (int i = 0; i < order.length; i++) {
            tokens += documents.get(order[i]).length;
            pieces += pieces(documents, order[i], pieceLength);
            boolean last = i == order.length - 1;
            if (last || tokens >= TOKENS_A_BATCH && endsPass(pieces, pieces(documents, order[i + 1], pieceLength))) {
                batches.add(Arrays.copyOfRange(order, begin, i + 1));
                begin = i + 1;
                tokens = 0;
                pieces = 0;
            }
        }
        return batches;
    }

    private static int pieces(List<int[]> documents, int document, int pieceLength) {
        return Pieces.pieceCount(documents.get(document).length, pieceLength);
    }

    /** Whether the last pass is full, or would be too full with what comes next: rows it lacks are computed all the same. */
    private static boolean endsPass(int pieces, int next) {
        int inLast = pieces % PiecePasses.MOST_ROWS;
        return inLast == 0 || inLast + next > PiecePasses.MOST_ROWS;
    }

    /** Sorts numbers made of length and index, since a million boxed ones take a second. */
    private static int[] byLongestPiece(List<int[]> documents, int pieceLength) {
        long[] keys = new long[documents.size()];
        for (int d = 0; d < keys.length; d++) {
            long shorter = Integer.MAX_VALUE - longestPiece(documents.get(d), pieceLength);
            keys[d] = shorter << Integer.SIZE | d;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** Tokens of a review's longest piece: what decides which batch it fits best. */
    public static int longestPiece(int[] document, int pieceLength) {
        int pieces = Pieces.pieceCount(document.length, pieceLength);
        return (document.length - 1) / pieces + 1;
    }
}

package org.reelsense.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * The known tokens of all documents in one array, in pieces: a piece is a document, or a part of a long one. No window
 * reaches over the end of a piece.
 *
 * @param ids the tokens, none of them 0
 * @param begins [pieces + 1], where each piece begins; the last is the end of the text
 * @param counts [V], how often each id occurs
 */
record TrainingText(int[] ids, int[] begins, long[] counts) {

    /** Keeps the work between two looks at an interruption short, whatever the documents. */
    static final int LONGEST_PIECE = 1_000;

    /**
     * Joins documents.
     *
     * @throws IllegalArgumentException if there is no known token, or an id is not below {@code vocabularySize}
     */
    static TrainingText of(List<int[]> documents, int vocabularySize) {
        long[] counts = new long[vocabularySize];
        long pieces = 0;
        for (int[] document : documents) {
            count(document, counts);
            pieces += 1 + document.length / LONGEST_PIECE;
        }
        long words = Arrays.stream(counts).skip(1).sum();
        counts[0] = 0;
        if (words == 0) {
            throw new IllegalArgumentException(
                    "documents: no known word in " + documents.size() + " reviews; lower the minimum count");
        }
        return join(documents, new int[Math.toIntExact(words)], new int[Math.toIntExact(pieces + 1)], counts);
    }

    private static void count(int[] document, long[] counts) {
        for (int id : document) {
            if (id < 0 || id >= counts.length) {
                throw new IllegalArgumentException(
                        "documents: id " + id + " is not in the vocabulary of " + counts.length + " words");
            }
            counts[id]++;
        }
    }

    private static TrainingText join(List<int[]> documents, int[] ids, int[] begins, long[] counts) {
        int end = 0;
        int pieces = 0;
        for (int[] document : documents) {
            for (int id : document) {
                if (id > 0) {
                    ids[end++] = id;
                }
                if (end - begins[pieces] == LONGEST_PIECE) {
                    begins[++pieces] = end;
                }
            }
            if (end > begins[pieces]) {
                begins[++pieces] = end;
            }
        }
        return new TrainingText(ids, Arrays.copyOf(begins, pieces + 1), counts);
    }

    int pieces() {
        return begins.length - 1;
    }

    int length(int piece) {
        return begins[piece + 1] - begins[piece];
    }
}

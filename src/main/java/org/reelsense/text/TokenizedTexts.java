package org.reelsense.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.reelsense.progress.Progress;

/**
 * A tokenized corpus: its distinct tokens (types) and each document as indices of types. Immutable; a token in a
 * document costs four bytes.
 */
public final class TokenizedTexts {

    private final List<String> types;
    private final int[] counts;
    private final int[][] documents;

    /** Takes over the arrays; {@code types} are in {@link TypeOrder}. */
    TokenizedTexts(List<String> types, int[] counts, int[][] documents) {
        this.types = List.copyOf(types);
        this.counts = counts;
        this.documents = documents;
    }

    /** As {@link #build(int, IntFunction, int, Progress)}, of texts that are all in memory. */
    public static TokenizedTexts build(List<String> texts, int threads, Progress progress) throws InterruptedException {
        return build(texts.size(), texts::get, threads, progress);
    }

    /**
     * Cleans and tokenizes a corpus. The result does not depend on the number of threads.
     *
     * @param size number of documents, 0 or more
     * @param text the raw text of a document; called once for each, from several threads
     * @param threads number of worker threads, 1 or more
     * @param progress is told of every finished block of reviews
     * @throws IllegalArgumentException if {@code size} or {@code threads} is out of range
     * @throws InterruptedException if the caller is interrupted; the workers are then stopped
     */
    public static TokenizedTexts build(int size, IntFunction<String> text, int threads, Progress progress)
            throws InterruptedException {
        require(size >= 0, "size is " + size + "; it must be 0 or more: pass the number of documents");
        require(threads >= 1, "threads is " + threads + "; it must be 1 or more: pass the number of worker threads");
        progress.begin("tokenize", size, "reviews");
        try {
            return new CorpusTokenizing(size, text, progress).run(threads);
        } finally {
            progress.end();
        }
    }

    /**
     * Reads a cache file written by {@link #save}.
     *
     * @param key what the tokens were made from, such as the corpus's checksum and the tokenizer's id
     * @return empty if the file is missing, damaged, of another version or of another key: tokenize again then
     * @throws IOException if the file is there but cannot be read
     */
    public static Optional<TokenizedTexts> load(Path file, String key) throws IOException {
        return TokenizedTextsFile.load(file, key);
    }

    /**
     * Writes a cache file, durably.
     *
     * @throws IOException if it cannot be written; an older file is then untouched
     */
    public void save(Path file, String key) throws IOException {
        TokenizedTextsFile.save(this, file, key);
    }

    /** Number of documents. */
    public int size() {
        return documents.length;
    }

    /** The distinct tokens of all documents, most frequent first, ties by code point. */
    public List<String> types() {
        return types;
    }

    /** How often each type occurs in all documents; a copy, in the order of {@link #types}. */
    public int[] counts() {
        return counts.clone();
    }

    /**
     * How often each type occurs in some of the documents, in the order of {@link #types}. A document named twice counts
     * twice.
     *
     * @param chosen indices of documents, such as {@code IntStream.range} or {@code BitSet.stream()}
     */
    public int[] countsOver(IntStream chosen) {
        int[] chosenCounts = new int[types.size()];
        chosen.sequential().forEach(document -> count(documents[document], chosenCounts));
        return chosenCounts;
    }

    /** Number of tokens of a document. */
    public int length(int document) {
        return documents[document].length;
    }

    /** The tokens of a document as indices of {@link #types}; a copy. */
    public int[] document(int document) {
        return documents[document].clone();
    }

    /**
     * The tokens of a document as ids.
     *
     * @param idsOfTypes the id of each type, as from {@link Vocabulary#idsOf}
     */
    public int[] encode(int document, int[] idsOfTypes) {
        int[] ids = documents[document].clone();
        for (int i = 0; i < ids.length; i++) {
            ids[i] = idsOfTypes[ids[i]];
        }
        return ids;
    }

    static void count(int[] document, int[] counts) {
        for (int type : document) {
            counts[type]++;
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

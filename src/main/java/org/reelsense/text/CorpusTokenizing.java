package org.reelsense.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.reelsense.progress.Progress;

/**
 * One run of tokenizing a corpus on several threads. Workers take blocks of documents as they come and number types on
 * their own; afterwards the types are put in the one {@link TypeOrder} and the documents renumbered. Which worker met
 * which document thus leaves no trace.
 */
final class CorpusTokenizing {

    private static final int BLOCK = 256;

    private final int[][] documents;
    private final IntFunction<String> text;
    private final Progress progress;
    private final Tokenizer tokenizer = new Tokenizer();
    private final AtomicInteger nextBlock = new AtomicInteger();
    private final int blocks;

    CorpusTokenizing(int size, IntFunction<String> text, Progress progress) {
        this.documents = new int[size][];
        this.text = text;
        this.progress = progress;
        this.blocks = (int) ((size + BLOCK - 1L) / BLOCK);
    }

    TokenizedTexts run(int threads) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Worker> workers = new ArrayList<>();
            Callable<Worker> work = this::work;
            for (Future<Worker> done : executor.invokeAll(Collections.nCopies(threads, work))) {
                workers.add(resultOf(done));
            }
            return join(workers);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Documents and types of one thread. Types are numbered as they come. */
    private record Worker(List<Integer> handled, Map<String, Integer> numbers, List<String> types) {}

    private Worker work() {
        Worker worker = new Worker(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        try {
            int block = nextBlock.getAndIncrement();
            while (block < blocks && !Thread.currentThread().isInterrupted()) {
                tokenizeBlock(block, worker);
                block = nextBlock.getAndIncrement();
            }
        } catch (RuntimeException | Error e) {
            nextBlock.set(blocks); // the other workers need not go on
            throw e;
        }
        return worker;
    }

    private void tokenizeBlock(int block, Worker worker) {
        int end = Math.min(documents.length, (block + 1) * BLOCK);
        for (int i = block * BLOCK; i < end; i++) {
            documents[i] = number(tokenizer.tokenize(text.apply(i)), worker);
            worker.handled().add(i);
        }
        progress.advance(end - block * BLOCK);
    }

    private static int[] number(List<String> tokens, Worker worker) {
        int[] numbers = new int[tokens.size()];
        int i = 0;
        for (String token : tokens) {
            Integer known = worker.numbers().get(token);
            if (known == null) {
                known = worker.types().size();
                worker.numbers().put(token, known);
                worker.types().add(token);
            }
            numbers[i++] = known;
        }
        return numbers;
    }

    private static Worker resultOf(Future<Worker> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause(); // work() throws nothing checked
        }
    }

    private TokenizedTexts join(List<Worker> workers) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> types = new ArrayList<>();
        for (Worker worker : workers) {
            int[] shared = new int[worker.types().size()];
            for (int i = 0; i < shared.length; i++) {
                String type = worker.types().get(i);
                Integer known = numbers.putIfAbsent(type, types.size());
                shared[i] = known == null ? types.size() : known;
                if (known == null) {
                    types.add(type);
                }
            }
            worker.handled().forEach(document -> renumber(documents[document], shared));
        }
        return inOrder(types);
    }

    private TokenizedTexts inOrder(List<String> types) {
        int[] counts = new int[types.size()];
        for (int[] document : documents) {
            TokenizedTexts.count(document, counts);
        }
        int[] order = TypeOrder.of(types, counts);
        int[] ranks = new int[order.length];
        int[] orderedCounts = new int[order.length];
        List<String> orderedTypes = new ArrayList<>(order.length);
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
            orderedCounts[rank] = counts[order[rank]];
            orderedTypes.add(types.get(order[rank]));
        }
        for (int[] document : documents) {
            renumber(document, ranks);
        }
        return new TokenizedTexts(orderedTypes, orderedCounts, documents);
    }

    private static void renumber(int[] document, int[] newNumbers) {
        for (int i = 0; i < document.length; i++) {
            document[i] = newNumbers[document[i]];
        }
    }
}

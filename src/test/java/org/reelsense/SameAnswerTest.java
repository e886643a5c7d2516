package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelsense.fault.FaultRun;
import org.reelsense.model.RandomModels;
import org.reelsense.network.Cell;

/**
 * A text has one answer: alone, in a list, from many threads at once, and while the model is exchanged for another. The
 * time limit is against a deadlock; nothing here is measured.
 */
@Tag("fault")
@Timeout(300)
class SameAnswerTest {

    private static final int THREADS = 32;

    /** In a list the sums are added up in another order. */
    private static final double LIST_TOLERANCE = 1e-6;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Cell.class,
            names = {"LSTM", "GRU"})
    void classify_aloneInBatchesAndOn32Threads_sameBitsAndListsNearly(Cell cell) throws Exception {
        List<String> texts = RandomModels.texts(FaultRun.tries(2_000, 10_000), 12);
        Path file = write(cell, 4, "model");
        try (SentimentClassifier one = SentimentClassifier.load(file, 1);
                SentimentClassifier many = SentimentClassifier.load(file)) {
            List<Prediction> alone = texts.stream().map(one::classify).toList();
            Prediction[] together = new Prediction[texts.size()];
            AtomicInteger next = new AtomicInteger();
            onThreads(thread -> {
                for (int i = next.getAndIncrement(); i < together.length; i = next.getAndIncrement()) {
                    together[i] = many.classify(texts.get(i));
                }
                return thread;
            });
            double by7 = farthest(inBatches(many, texts, 7), alone);
            double by64 = farthest(inBatches(many, texts, 64), alone);
            double whole = farthest(many.classify(texts), alone);
            long different = different(List.of(together), alone);

            new FaultRun(16, "same-answer-" + cell.id())
                    .count("texts", texts.size())
                    .count("threads", THREADS)
                    .count("answers of other bits on threads", different)
                    .measure("largest difference in batches of 7", by7)
                    .measure("largest difference in batches of 64", by64)
                    .measure("largest difference in one list", whole)
                    .write();
            assertThat(different).isZero();
            assertThat(List.of(by7, by64, whole)).allMatch(difference -> difference <= LIST_TOLERANCE);
        }
    }

    /** The file is written over and loaded anew again and again; who finds his classifier closed takes the new one. */
    @Test
    void classify_whileTheModelIsExchanged_everyAnswerIsOfOneModel() throws Exception {
        List<String> texts = RandomModels.texts(70, 13);
        List<List<Prediction>> answers = List.of(answers(1, texts), answers(2, texts));
        AtomicReference<SentimentClassifier> current =
                new AtomicReference<>(SentimentClassifier.load(write(Cell.LSTM, 1, "served"), 2));
        AtomicInteger[] counts = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        AtomicInteger retries = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        int exchanges = FaultRun.tries(20, 200);

        onThreads(thread -> {
            if (thread == 0) {
                exchange(current, exchanges);
                over.set(true);
                return thread;
            }
            for (int i = thread; !over.get(); i++) {
                int from = i * 7 % texts.size();
                List<Prediction> got = classified(current, texts.subList(from, from + 7), thread % 2 == 0, retries);
                counts[modelOf(got, answers, from)].incrementAndGet();
            }
            return thread;
        });
        current.get().close();

        int all = counts[0].get() + counts[1].get() + counts[2].get();
        new FaultRun(16, "hot-reload")
                .count("exchanges", exchanges)
                .count("answers, of seven texts each", all)
                .count("of the first model", counts[0].get())
                .count("of the second model", counts[1].get())
                .count("mixed or of neither", counts[2].get())
                .count("asked again because the classifier was closed", retries.get())
                .write();
        assertThat(counts[2]).hasValue(0);
        assertThat(counts[0].get()).isPositive();
        assertThat(counts[1].get()).isPositive();
    }

    private void exchange(AtomicReference<SentimentClassifier> current, int exchanges) throws IOException {
        for (int i = 1; i <= exchanges; i++) {
            Path file = write(Cell.LSTM, 1 + i % 2, "served");
            current.getAndSet(SentimentClassifier.load(file, 2)).close();
        }
    }

    /** One by one, or as a list; always by one classifier. */
    private static List<Prediction> classified(
            AtomicReference<SentimentClassifier> current, List<String> texts, boolean list, AtomicInteger retries) {
        while (true) {
            SentimentClassifier classifier = current.get();
            try {
                return list
                        ? classifier.classify(texts)
                        : texts.stream().map(classifier::classify).toList();
            } catch (IllegalStateException closed) {
                assertThat(closed).hasMessageContaining("closed");
                retries.incrementAndGet();
            }
        }
    }

    /** 0 or 1; 2 if all seven are not of one of them. */
    private static int modelOf(List<Prediction> got, List<List<Prediction>> answers, int from) {
        for (int model = 0; model < 2; model++) {
            if (farthest(got, answers.get(model).subList(from, from + got.size())) <= LIST_TOLERANCE) {
                return model;
            }
        }
        return 2;
    }

    private List<Prediction> answers(int seed, List<String> texts) throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(write(Cell.LSTM, seed, "answers"), 1)) {
            return texts.stream().map(classifier::classify).toList();
        }
    }

    private static List<Prediction> inBatches(SentimentClassifier classifier, List<String> texts, int size) {
        List<Prediction> predictions = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += size) {
            predictions.addAll(classifier.classify(texts.subList(from, Math.min(from + size, texts.size()))));
        }
        return predictions;
    }

    private static double farthest(List<Prediction> some, List<Prediction> others) {
        assertThat(some).hasSameSizeAs(others);
        double farthest = 0;
        for (int i = 0; i < some.size(); i++) {
            farthest = Math.max(
                    farthest, Math.abs(some.get(i).probability() - others.get(i).probability()));
        }
        return farthest;
    }

    private static long different(List<Prediction> some, List<Prediction> others) {
        long different = 0;
        for (int i = 0; i < some.size(); i++) {
            different += some.get(i).equals(others.get(i)) ? 0 : 1;
        }
        return different;
    }

    private Path write(Cell cell, long seed, String name) throws IOException {
        Path file = folder.resolve(name);
        RandomModels.of(cell, true, seed).write(file);
        return file;
    }

    private interface OnThread {
        Integer run(int thread) throws Exception;
    }

    private static void onThreads(OnThread work) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                calls.add(() -> work.run(number));
            }
            for (Future<Integer> result : callers.invokeAll(calls)) {
                result.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }
}

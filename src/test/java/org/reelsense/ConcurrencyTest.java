package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelsense.model.RandomModels;
import org.reelsense.network.Cell;

/** One classifier, many threads. The time limit is against a deadlock; nothing here is measured. */
@Timeout(300)
class ConcurrencyTest {

    private static final int THREADS = 16;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Cell.class)
    void classify_16ThreadsWith200TextsEach_sameBitsAsOneThread(Cell cell) throws Exception {
        List<String> texts = RandomModels.texts(200, 6);
        try (SentimentClassifier classifier = SentimentClassifier.load(model(cell), 3)) {
            List<Prediction> alone = texts.stream().map(classifier::classify).toList();

            List<List<Prediction>> together = onThreads(thread -> {
                List<String> rotated = new ArrayList<>(texts);
                Collections.rotate(rotated, thread * 13); // different texts at the same time
                List<Prediction> predictions = new ArrayList<>(
                        rotated.stream().map(classifier::classify).toList());
                Collections.rotate(predictions, -thread * 13);
                return predictions;
            });

            assertThat(together)
                    .hasSize(THREADS)
                    .allSatisfy(one -> assertThat(one).isEqualTo(alone));
            assertThat(classifier.threadsAlive()).isEqualTo(3);
        }
    }

    @Test
    void classify_listsAndSinglesAtOnce_sameBitsAsAlone() throws Exception {
        List<String> texts = RandomModels.texts(300, 8);
        try (SentimentClassifier classifier = SentimentClassifier.load(model(Cell.GRU), 2)) {
            List<Prediction> list = classifier.classify(texts);
            Prediction single = classifier.classify(texts.get(7));

            List<Boolean> same = onThreads(thread -> thread % 2 == 0
                    ? classifier.classify(texts).equals(list)
                    : IntStream.range(0, 50)
                            .allMatch(i -> classifier.classify(texts.get(7)).equals(single)));

            assertThat(same).hasSize(THREADS).containsOnly(true);
        }
    }

    @Test
    void close_whileOthersClassify_theyFinishOrAreToldAndNoThreadIsLeft() throws Exception {
        SentimentClassifier classifier = SentimentClassifier.load(model(Cell.LSTM), 2);
        List<String> texts = RandomModels.texts(400, 9);
        List<Prediction> expected = classifier.classify(texts);
        assertThat(classifier.threadsAlive()).isEqualTo(2);
        CountDownLatch begun = new CountDownLatch(THREADS - 1);

        List<Throwable> ends = onThreads(thread -> {
            if (thread == 0) {
                begun.await();
                classifier.close();
                return new IllegalStateException("closed by this thread");
            }
            assertThat(classifier.classify(texts)).isEqualTo(expected);
            begun.countDown();
            return catchThrowable(() -> {
                while (true) {
                    assertThat(classifier.classify(texts)).isEqualTo(expected);
                }
            });
        });

        assertThat(ends)
                .hasSize(THREADS)
                .allSatisfy(end -> assertThat(end)
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("closed"));
        assertThat(classifier.threadsAlive()).isZero();
    }

    @Test
    void classify_interruptedThread_uncheckedExceptionAndFlagKept() throws IOException {
        List<String> texts = RandomModels.texts(100, 10);
        try (SentimentClassifier classifier = SentimentClassifier.load(model(Cell.LSTM))) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(ScoringInterruptedException.class).isThrownBy(() -> classifier.classify(texts));
            assertThat(Thread.interrupted()).isTrue();

            Thread.currentThread().interrupt();
            assertThatExceptionOfType(ScoringInterruptedException.class).isThrownBy(() -> classifier.classify("word1"));
            assertThat(Thread.interrupted()).isTrue();

            assertThat(classifier.classify(texts)).hasSize(100);
        }
    }

    @Test
    void forEach_interruptedWhileItWaits_dropsWhatHasNotBegun() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger run = new AtomicInteger();
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try (ScoringThreads threads = new ScoringThreads(RandomModels.lstm().weights(), 1)) {
            Future<?> call = caller.submit(() -> {
                threads.forEach(100, (worker, index) -> {
                    run.incrementAndGet();
                    begun.countDown();
                    awaitRelease(release);
                });
                return null;
            });
            begun.await();
            caller.shutdownNow(); // interrupts the caller

            assertThat(catchThrowable(call::get)).hasCauseInstanceOf(InterruptedException.class);
            release.countDown();
        }
        assertThat(run).hasValue(1);
    }

    @Test
    void close_interruptedThread_returnsAndKeepsTheFlag() throws Exception {
        SentimentClassifier classifier = SentimentClassifier.load(model(Cell.LSTM));
        classifier.classify("word1");

        Thread.currentThread().interrupt();
        classifier.close();

        assertThat(Thread.interrupted()).isTrue();
        classifier.close(); // not interrupted: waits for the threads
        assertThat(classifier.threadsAlive()).isZero();
    }

    @Test
    void forEach_taskThatFails_causeIsToldAndWorkersGoOn() throws InterruptedException {
        try (ScoringThreads threads = new ScoringThreads(RandomModels.lstm().weights(), 2)) {
            List<int[]> wrong = List.of(new int[] {RandomModels.V});
            List<int[]> right = List.of(new int[] {1, 2});

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(
                            () -> threads.forEach(50, (worker, index) -> worker.logits(index == 20 ? wrong : right)))
                    .withCauseInstanceOf(IndexOutOfBoundsException.class);
            float[][] logits = new float[50][];
            threads.forEach(50, (worker, index) -> logits[index] = worker.logits(right));

            assertThat(List.of(logits)).allSatisfy(one -> assertThat(one).isEqualTo(logits[0]));
            assertThat(threads.alive()).isEqualTo(2);
        }
    }

    /** A single task sent after a long list runs before the list's end, since the list sends only a few at a time. */
    @Test
    void forEach_oneTaskBehindALongList_doesNotWaitForItsEnd() throws Exception {
        CountDownLatch listBegun = new CountDownLatch(1);
        CountDownLatch singleDone = new CountDownLatch(1);
        try (ScoringThreads threads = new ScoringThreads(RandomModels.lstm().weights(), 1)) {
            ExecutorService lister = Executors.newSingleThreadExecutor();
            Future<?> list = lister.submit(() -> {
                threads.forEach(1_000_000, (worker, index) -> {
                    listBegun.countDown();
                    if (singleDone.getCount() == 0) {
                        throw new IllegalStateException("the single task came in between");
                    }
                });
                return null;
            });
            listBegun.await();
            threads.forEach(1, (worker, index) -> singleDone.countDown());

            assertThat(catchThrowable(list::get)).rootCause().hasMessage("the single task came in between");
            lister.shutdown();
        }
    }

    private static void awaitRelease(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a worker", e);
        }
    }

    private interface OnThread<T> {
        T run(int thread) throws Exception;
    }

    private static <T> List<T> onThreads(OnThread<T> work) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> calls = IntStream.range(0, THREADS)
                    .mapToObj(thread -> (Callable<T>) () -> work.run(thread))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : callers.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            callers.shutdownNow();
        }
    }

    private Path model(Cell cell) throws IOException {
        Path file = folder.resolve(cell.id());
        RandomModels.of(cell, true, 4).write(file);
        return file;
    }
}

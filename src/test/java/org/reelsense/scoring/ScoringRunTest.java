package org.reelsense.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelsense.Prediction;

@Timeout(60)
class ScoringRunTest {

    private static final Labels LABELS = new Labels(0.5);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    private static List<Prediction> byLength(List<String> texts) {
        return texts.stream()
                .map(text -> Prediction.ofProbability(text.length() % 10 / 10.0))
                .toList();
    }

    private ScoringRun run(Scorer scorer) {
        return new ScoringRun(
                scorer,
                false,
                ResultWriter.of(OutputFormat.TSV, LABELS, false),
                out::writeBytes,
                failure -> failures.add(failure.message()));
    }

    private static ScoringRun.Source lines(InputStream in) {
        Inputs inputs = new Inputs(List.of("-"), new InputChoice(Optional.empty(), false, "text"), in);
        return sink -> inputs.forEach(OutputFormat.TSV, sink, read -> {});
    }

    @Test
    void run_moreThanAChunk_keepsTheOrder() throws Exception {
        List<String> texts =
                IntStream.range(0, 10_000).mapToObj(i -> "x".repeat(1 + i % 9)).toList();

        ScoringRun.Summary summary = run(ScoringRunTest::byLength).run(new GivenTexts("--text", texts));

        assertThat(summary).isEqualTo(new ScoringRun.Summary(10_000, 0, false));
        List<String> expected = IntStream.range(0, 10_000)
                .mapToObj(i ->
                        (i + 1) + "\t" + (1 + i % 9 >= 5 ? "positive" : "negative") + "\t0." + (1 + i % 9) + "00000")
                .toList();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).isEqualTo(expected);
    }

    @Test
    void run_chunkThatFails_isScoredOneByOne() throws Exception {
        Scorer choking = texts -> {
            if (texts.contains("bad one")) {
                throw new CompletionException(new OutOfMemoryError());
            }
            return byLength(texts);
        };

        ScoringRun.Summary summary = run(choking).run(new GivenTexts("--text", List.of("good", "bad one", "", "fine")));

        assertThat(summary).isEqualTo(new ScoringRun.Summary(2, 2, false));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\tnegative\t0.400000\n4\tnegative\t0.400000\n");
        assertThat(failures)
                .containsExactlyInAnyOrder(
                        "--text 2: there is not enough memory to score it; give Java more, or use --head-tail",
                        "--text 3: is empty; there is nothing to score");
    }

    @Test
    void run_streamThatPauses_answersBeforeTheEnd() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        ScoringRun run = new ScoringRun(
                ScoringRunTest::byLength,
                false,
                ResultWriter.of(OutputFormat.TSV, LABELS, false),
                lines -> seen.add(new String(lines, StandardCharsets.UTF_8)),
                failure -> failures.add(failure.message()));
        PipedOutputStream typed = new PipedOutputStream();
        try (PipedInputStream in = new PipedInputStream(typed)) {
            Thread scoring = new Thread(() -> {
                try {
                    run.run(lines(in));
                } catch (Exception e) {
                    failures.add(e.toString());
                }
            });
            scoring.start();
            typed.write("one\ntw".getBytes(StandardCharsets.UTF_8));
            typed.flush();

            assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("1\tnegative\t0.300000\n");
            typed.write("o\n".getBytes(StandardCharsets.UTF_8));
            typed.close();
            scoring.join();
        }
        assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("2\tnegative\t0.300000\n");
        assertThat(failures).isEmpty();
    }

    @Test
    void run_scorerSlowerThanReader_readerWaits() throws Exception {
        AtomicLong handedOn = new AtomicLong();
        AtomicLong mostAhead = new AtomicLong();
        AtomicLong scored = new AtomicLong();
        String text = "x".repeat(10_000);
        Scorer slow = texts -> {
            mostAhead.accumulateAndGet(handedOn.get() - scored.get(), Math::max);
            scored.addAndGet(texts.size());
            return byLength(texts);
        };

        run(slow).run(sink -> {
            for (int i = 0; i < 5_000; i++) {
                sink.accept(Reviews.of(Place.of("x"), text, Row.of(PlaceColumns.LINE, List.of("1"))));
                handedOn.incrementAndGet();
            }
        });

        // Two chunks and an inbox of 4 million characters each; and those between the two counters.
        assertThat(mostAhead.get()).isBetween(1L, 4 * 400L);
    }

    @Test
    void run_outputThatIsClosed_ends() {
        ScoringRun run = new ScoringRun(
                ScoringRunTest::byLength,
                false,
                ResultWriter.of(OutputFormat.TSV, LABELS, false),
                lines -> {
                    throw new IllegalStateException("closed");
                },
                failure -> {});

        assertThatThrownBy(() -> run.run(sink -> {
                    while (true) {
                        sink.accept(Reviews.of(Place.of("x"), "x", Row.of(PlaceColumns.LINE, List.of("1"))));
                    }
                }))
                .hasMessage("closed");
    }

    @Test
    void run_readerThatFails_failureIsThrownAfterWhatWasRead() {
        assertThatThrownBy(() -> run(ScoringRunTest::byLength).run(sink -> {
                    sink.accept(Reviews.of(Place.of("x"), "x", Row.of(PlaceColumns.LINE, List.of("1"))));
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("a bug");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\tnegative\t0.100000\n");
    }

    @Test
    void run_scorerThatIsBroken_isNoFailureOfTheText() {
        assertThatThrownBy(() -> run(texts -> {
                            throw new IllegalStateException("the classifier is closed");
                        })
                        .run(new GivenTexts("--text", List.of("a"))))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("the classifier is closed");
    }
}

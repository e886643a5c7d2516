package org.reelsense.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StatefulThreadsTest {

    private final Queue<State> opened = new ConcurrentLinkedQueue<>();
    private final Queue<State> closed = new ConcurrentLinkedQueue<>();

    private final class State {
        private final Thread owner = Thread.currentThread();

        State() {
            opened.add(this);
        }

        void close() {
            assertOwned();
            closed.add(this);
        }

        void assertOwned() {
            if (owner != Thread.currentThread()) {
                throw new IllegalStateException("a state of another thread");
            }
        }
    }

    private StatefulThreads<State> threads(int count) {
        return new StatefulThreads<>("test", count, State::new, State::close);
    }

    @Test
    void forEach_manyTasks_eachRunsOnceOnAStateOfItsThread() throws Exception {
        AtomicIntegerArray runs = new AtomicIntegerArray(10_000);
        try (StatefulThreads<State> threads = threads(4)) {
            for (int round = 1; round <= 3; round++) {
                threads.forEach(runs.length(), (state, index) -> {
                    state.assertOwned();
                    runs.incrementAndGet(index);
                });
                for (int index = 0; index < runs.length(); index++) {
                    assertThat(runs.get(index)).isEqualTo(round);
                }
            }
            threads.forEach(0, (state, index) -> runs.incrementAndGet(0));
        }
        assertThat(runs.get(0)).isEqualTo(3);
        assertThat(opened).hasSizeLessThanOrEqualTo(4);
        assertThat(closed).containsExactlyInAnyOrderElementsOf(opened);
    }

    @Test
    void forEach_taskThatFails_dropsItsStateAndTheRestOfTheTasks() throws Exception {
        AtomicIntegerArray runs = new AtomicIntegerArray(1_000);
        try (StatefulThreads<State> threads = threads(1)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> threads.forEach(runs.length(), (state, index) -> {
                        runs.incrementAndGet(index);
                        if (index == 20) {
                            throw new StackOverflowError("for the test");
                        }
                    }))
                    .withCauseInstanceOf(StackOverflowError.class);
            assertThat(runs.get(21)).isZero();
            assertThat(closed).hasSize(1);

            threads.forEach(1, (state, index) -> state.assertOwned());
            assertThat(opened).hasSize(2);
            assertThat(threads.alive()).isEqualTo(1);
        }
    }

    @Test
    void forEach_stateThatCannotBeMade_isToldAndTriedAgain() {
        try (StatefulThreads<State> threads = new StatefulThreads<>(
                "test",
                1,
                () -> {
                    throw new OutOfMemoryError("for the test");
                },
                State::close)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(() -> threads.forEach(3, (state, index) -> state.assertOwned()))
                        .withCauseInstanceOf(OutOfMemoryError.class);
            }
        }
    }

    @Test
    void forEach_closed_isTold() {
        StatefulThreads<State> threads = threads(2);
        threads.close();

        assertThat(threads.isClosed()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> threads.forEach(1, (state, index) -> state.assertOwned()))
                .withMessageContaining("closed");
    }

    @Test
    void threads_none_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> threads(0)).withMessageContaining("threads: received 0");
    }

    @Test
    void forEachToTheEnd_callerInterrupted_runsEveryTaskAndKeepsTheInterruption() throws Exception {
        AtomicIntegerArray runs = new AtomicIntegerArray(1_000);
        Thread caller = Thread.currentThread();
        try (StatefulThreads<State> threads = threads(2)) {
            threads.forEachToTheEnd(runs.length(), (state, index) -> {
                if (index == 10) {
                    caller.interrupt();
                }
                runs.incrementAndGet(index);
            });
            assertThat(Thread.interrupted()).isTrue();
        }
        for (int index = 0; index < runs.length(); index++) {
            assertThat(runs.get(index)).isOne();
        }
    }

    @Test
    void forEachToTheEnd_aTaskFails_throwsItsException() {
        IllegalArgumentException reason = new IllegalArgumentException("no");
        try (StatefulThreads<State> threads = threads(2)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> threads.forEachToTheEnd(50, (state, index) -> {
                        throw reason;
                    }))
                    .withCause(reason);
        }
    }
}

package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

    private static final Weights WEIGHTS = Samples.weights(Samples.spec(Cell.GRU, true, 5, 3, 7), 1);

    @Test
    void forEach_taskWithoutMemory_throwsThatErrorItself() {
        OutOfMemoryError none = new OutOfMemoryError("for the test");
        try (WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(2, WEIGHTS)) {
            assertThatThrownBy(() -> pool.forEach(4, (network, index) -> {
                        throw none;
                    }))
                    .isSameAs(none);
        }
    }

    @Test
    void forEach_failedTask_saysSoAndThePoolGoesOn() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        try (WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(2, WEIGHTS)) {
            assertThatThrownBy(() -> pool.forEach(1, (network, index) -> {
                        throw new IllegalArgumentException("bad ids");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("bad ids");
            pool.forEach(10, (network, index) -> done.addAndGet(index));
        }
        assertThat(done).hasValue(45);
    }

    @Test
    void forEachToTheEnd_interrupted_doesAllAndKeepsTheInterruption() {
        AtomicInteger done = new AtomicInteger();
        try (WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(2, WEIGHTS)) {
            Thread.currentThread().interrupt();
            pool.forEachToTheEnd(10, (network, index) -> done.addAndGet(index));
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(done).hasValue(45);
    }
}

package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void forEach_everyTask_runsOnce() throws InterruptedException {
        AtomicIntegerArray runs = new AtomicIntegerArray(1_000);
        try (Workers workers = new Workers(3)) {
            workers.forEach(1_000, (worker, index) -> runs.incrementAndGet(index));
        }
        for (int index = 0; index < 1_000; index++) {
            assertThat(runs.get(index)).isEqualTo(1);
        }
    }

    /** Callers know what to say about memory; about a bug they do not. */
    @Test
    void forEach_taskThatFails_errorsComeAsTheyAre() {
        OutOfMemoryError full = new OutOfMemoryError("full");
        IllegalStateException bug = new IllegalStateException("bug");
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.forEach(2, (worker, index) -> {
                        throw full;
                    }))
                    .isSameAs(full);
            assertThatThrownBy(() -> workers.forEach(2, (worker, index) -> {
                        throw bug;
                    }))
                    .hasCause(bug);
        }
    }
}

package org.reelsense.bench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SteppedProgressTest {

    /** Five steps an epoch, without end, as a trainer makes them. */
    private static Thread trainer(SteppedProgress progress, AtomicInteger made) {
        Thread thread = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                progress.begin("epoch", 50, "reviews");
                for (int step = 0; step < 5 && !Thread.currentThread().isInterrupted(); step++) {
                    made.incrementAndGet();
                    progress.advance(10);
                }
                progress.end();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Test
    void steps_soMany_areMadeAndNoMore() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            SteppedProgress progress = new SteppedProgress();
            AtomicInteger made = new AtomicInteger();
            trainer(progress, made);
            progress.awaitStart();

            assertThat(made).hasValue(0);
            assertThat(progress.steps(3)).isPositive();
            assertThat(made).hasValue(3);
            assertThat(progress.examples()).isEqualTo(30);
            progress.steps(7);
            assertThat(made).hasValue(10);
            assertThat(progress.examples()).isEqualTo(70);
        });
    }

    @Test
    void stop_standingTrainer_ends() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            SteppedProgress progress = new SteppedProgress();
            Thread trainer = trainer(progress, new AtomicInteger());
            progress.awaitStart();

            progress.stop(trainer);

            assertThat(trainer.isAlive()).isFalse();
        });
    }
}

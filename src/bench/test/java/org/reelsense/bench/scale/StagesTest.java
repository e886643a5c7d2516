package org.reelsense.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StagesTest {

    @Test
    void line_ofAnotherStage_endsTheOneBefore() {
        Stages stages = new Stages(90);
        stages.line(0.5, "reading a.tar.gz (56.7 MB)");
        stages.line(2, "reading a.tar.gz: 56.7 MB in 1.5 s, 37.5 MB/s");
        stages.line(2.25, "word vectors (58,565,358 words)");
        stages.line(10, "word vectors: 18,515,792 words of 58,565,358 words (31 %), 11 s left");
        stages.end(12.25);

        assertThat(stages.seconds().keySet()).containsExactly("start", "reading a.tar.gz", "word vectors");
        assertThat(stages.seconds().values()).containsExactly(0.5, 1.75, 10.0);
    }

    @Test
    void reached_epochAtTheGoal_isNamed() {
        Stages stages = new Stages(90);

        assertThat(stages.reached("bilstm epoch 2/3: train loss 0.2442, dev accuracy 90.00 %, dev loss 0.2342, 14.1 s"))
                .hasValue(2);
        assertThat(stages.reached("bilstm epoch 1/3: train loss 0.4046, dev accuracy 89.96 %, dev loss 0.2682, 12.1 s"))
                .isEmpty();
        assertThat(stages.reached("bilstm epoch 1/3 (22,500 reviews)")).isEmpty();
    }
}

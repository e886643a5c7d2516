package org.reelsense.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MajorityTest {

    @Test
    void train_threeOfFourPositive_saysPositiveOfAll() {
        LabelledTexts train = Toy.labelled(List.of("a", "b", "c", "d", ""), true, true, false, true);

        Majority majority = Majority.train(train);

        assertThat(majority.logit()).isCloseTo((float) Math.log(3.5 / 1.5), within(1e-6f));
        assertThat(Toy.logits(majority, train.texts())).hasSize(5).containsOnly(majority.logit());
        assertThat(majority.parameters()).isEqualTo(1);
    }

    @Test
    void train_asManyOfEither_isZero() {
        assertThat(Majority.train(Toy.labelled()).logit()).isZero();
    }

    @Test
    void train_oneClassAlone_isFinite() {
        Majority negative = Majority.train(Toy.labelled(List.of("a", "b"), false, false));

        assertThat(negative.logit()).isFinite().isNegative();
    }
}

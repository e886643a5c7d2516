package org.reelsense.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.bench.process.Turn;

class SpreadTest {

    @Test
    void of_oddAndEvenNumberOfValues_takesTheMiddle() {
        assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(1, 2, 3));
        assertThat(Spread.of(4, 1, 2, 3)).isEqualTo(new Spread(1, 2.5, 4));
    }

    @Test
    void of_noValueOrNotANumber_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of());
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(1, Double.NaN));
    }

    /** Both slow down in the second round; the ratio of the medians would be 1.5, that of each round is 2. */
    @Test
    void ratio_machineSlowsDownForARound_staysAsItIs() {
        List<Turn> one = List.of(new Turn(8, 8, 1), new Turn(8, 8, 2), new Turn(6, 6, 1));
        List<Turn> other = List.of(new Turn(4, 4, 1), new Turn(4, 4, 2), new Turn(3, 3, 1));

        assertThat(Spread.ratio(one, other, Turn::reviewsPerSecond)).isEqualTo(new Spread(2, 2, 2));
    }

    @Test
    void ratio_differentNumbersOfRounds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spread.ratio(List.of(new Turn(1, 1, 1)), List.of(), Turn::tokensPerSecond));
    }
}

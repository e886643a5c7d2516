package org.reelsense.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EqualLengthsTest {

    @Test
    void of_reviewsOfAnyLength_cutsOneTextAnewAndBeginsAgain() {
        List<int[]> cut = EqualLengths.of(List.of(new int[] {1, 2, 3}, new int[] {4}, new int[] {5}), 3, 2);

        assertThat(cut).usingRecursiveComparison().isEqualTo(List.of(new int[] {1, 2}, new int[] {3, 4}, new int[] {5, 1
        }));
    }
}

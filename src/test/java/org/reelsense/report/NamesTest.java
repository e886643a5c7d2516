package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void joined_anyNumber_readsAsASentenceDoes() {
        assertThat(Names.joined(List.of())).isEmpty();
        assertThat(Names.joined(List.of("a"))).isEqualTo("a");
        assertThat(Names.joined(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Names.joined(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c, d and e");
        assertThat(Names.joined(List.of("a", "b", "c", "d", "e", "f", "g"))).isEqualTo("a, b, c, d, e and 2 more");
    }
}

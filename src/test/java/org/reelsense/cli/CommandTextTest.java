package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTextTest {

    @Test
    void of_plainArguments_leavesThem() {
        assertThat(CommandText.of(List.of("train", "--out", "/tmp/häuser-1.safetensors", "--seeds=1,2")))
                .isEqualTo("reelsense train --out /tmp/häuser-1.safetensors --seeds=1,2");
    }

    @Test
    void of_whatAShellWouldRead_quotes() {
        assertThat(CommandText.of(List.of("a b", "it's", "", "$HOME", "~", "*", "x\ny")))
                .isEqualTo("reelsense 'a b' 'it'\\''s' '' '$HOME' '~' '*' 'x\ny'");
    }
}

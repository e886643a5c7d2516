package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tests of README rest on. */
class ShellLineTest {

    @Test
    void parse_quotesAndComment_asAShellWould() {
        ShellLine line =
                ShellLine.parse("./reelsense score --text 'Not \"bad\" # at all!'  \"two words\" '' a=b  # it's one");

        assertThat(line.arguments())
                .containsExactly("score", "--text", "Not \"bad\" # at all!", "two words", "", "a=b");
        assertThat(line.comment()).isEqualTo("it's one");
    }

    @Test
    void parse_pipeAndRedirection_areWords() {
        assertThat(ShellLine.parse("echo 'a b' | ./reelsense tokenize").arguments("echo"))
                .containsExactly("a b");
        ShellLine line = ShellLine.parse("python3 a.py b < in > out");

        assertThat(line.arguments("python3")).isEqualTo(List.of("a.py", "b"));
        assertThat(line.file("<")).isEqualTo("in");
        assertThat(line.file(">")).isEqualTo("out");
        assertThat(line.comment()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a 'b", "a b'c'", "a \"$b\"", "a $b", "a `b`", "a *.txt", "a; b", "a && b", "a b\\"})
    void parse_whatAShellWouldChange_isRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> ShellLine.parse(line));
    }
}

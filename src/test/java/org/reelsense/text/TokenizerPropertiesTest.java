package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the tokens of any text whatever. */
class TokenizerPropertiesTest {

    /** Pieces that meet in the rules; random sequences of them find the joints between rules. */
    private static final String[] PIECES = {
        "'",
        "n",
        "t",
        "n't",
        "N'T",
        "s",
        "d",
        "ll",
        "ve",
        "o",
        "*",
        "**",
        "***********",
        "1",
        "2",
        "1/2",
        "10",
        "/",
        ".",
        "..",
        ",",
        "-",
        "--",
        "!",
        "?",
        ":",
        ";",
        "=",
        ")",
        "(",
        "p",
        "D",
        "a",
        "bbbb",
        "é",
        "e\u0301",
        "½",
        "<",
        ">",
        "<br />",
        "<long>",
        "&",
        "&amp;",
        "&lt;",
        ";",
        "#",
        "lt;",
        " ",
        "\"",
        "``",
        "’",
        "—",
        "\u0085",
        "\u0092",
        "\u200D",
        "\uFF1C",
        "\u226E",
        "\u0903",
        "\u20E3",
        "😀",
        "𐐀",
        "\uD83D",
        "\uDE00",
        "Σ",
        "İ",
        "ß",
        "戒",
        "٣",
        "\0",
        "\n"
    };

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tokenize_randomPieces_keepsTheProperties(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < 50_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            check(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void tokenize_randomChars_keepsTheProperties(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < 5_000; n++) {
            char[] text = new char[random.nextInt(60)];
            int bound = 1 << (6 + random.nextInt(11));
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) random.nextInt(bound);
            }
            check(new String(text));
        }
    }

    @Test
    void tokenize_everyCodePoint_keepsTheProperties() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            check(Character.toString(codePoint));
        }
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint += 7) {
            String c = Character.toString(codePoint);
            check("a" + c + c + "b" + c + "1'" + c);
        }
    }

    private void check(String text) {
        List<String> tokens = tokenizer.tokenize(text);
        for (String token : tokens) {
            boolean solid = !token.isEmpty()
                    && token.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
            if (!solid || token.codePointCount(0, token.length()) > Tokenizer.LONGEST) {
                assertThat(token).as("token of \"%s\"", text).isEqualTo("non-empty, without white space, short");
            }
        }
        if (!tokenizer.tokenize(String.join(" ", tokens)).equals(tokens)) {
            assertThat(tokenizer.tokenize(String.join(" ", tokens)))
                    .as("tokens joined, of \"%s\"", text)
                    .isEqualTo(tokens);
        }
    }
}
